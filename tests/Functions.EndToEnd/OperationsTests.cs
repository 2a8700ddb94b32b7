using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using DurableTask.Core;
using DurableTask.Core.History;
using Nots.Application.Common;
using Nots.Application.Lifecycle;
using Nots.Functions.EndToEnd.Tests.Running;

namespace Nots.Functions.EndToEnd.Tests;

/// <summary>What operators do with an orchestration, where the durable extension refuses a control that does not fit.</summary>
public sealed class OperationsTests(Laptop laptop) : IAsyncLifetime
{
    private readonly HttpClient _http = new() { BaseAddress = laptop.Door.Address };
    private readonly string _id = $"booking_{Guid.NewGuid():N}";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        using var answer = await _http.PostAsJsonAsync("/dev/token", new { user = "admin@nots.test" }, Cancel);
        var token = (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel)).GetProperty("access_token").GetString();
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        // There is no such booking: its orchestration waits for another try.
        var instance = new OrchestrationInstance { InstanceId = _id, ExecutionId = Guid.NewGuid().ToString("N") };
        var started = new ExecutionStartedEvent(-1, JsonSerializer.Serialize(BookingRunState.New, WorkflowJson.Options))
        {
            Name = BookingOrchestration.Name,
            Version = "",
            OrchestrationInstance = instance,
        };
        await laptop.Backend.Client.CreateTaskOrchestrationAsync(new TaskMessage { OrchestrationInstance = instance, Event = started });
    }

    public ValueTask DisposeAsync()
    {
        _http.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_control_that_is_given_twice_is_answered_as_on_every_backend()
    {
        (string Control, int First, int Second)[] expected =
        [
            ("suspend", 200, 200), ("resume", 200, 409), ("events/changed", 200, 200), ("terminate", 200, 409), ("events/changed", 409, 409),
            ("restart", 200, 409), ("purge", 409, 409), ("terminate", 200, 409), ("purge", 200, 404),
        ];
        var answered = new List<(string Control, int First, int Second)>();
        foreach (var (control, _, _) in expected)
            answered.Add((control, await ControlAsync(control), await ControlAsync(control)));
        Assert.Equal(expected, answered);
    }

    [Fact]
    public async Task An_instance_is_listed_and_tells_its_history()
    {
        Assert.Contains(_id, await GetAsync("/v1/ops/orchestrations?limit=100"), StringComparison.Ordinal);
        Assert.Contains("executionStarted", await GetAsync($"/v1/ops/orchestrations/{_id}?history=true"), StringComparison.Ordinal);
        Assert.Equal(200, await ControlAsync("terminate"));
    }

    private async Task<int> ControlAsync(string control)
    {
        using var answer = await _http.PostAsJsonAsync($"/v1/ops/orchestrations/{_id}/{control}", new { reason = "A test" }, Cancel);
        return (int)answer.StatusCode;
    }

    private Task<string> GetAsync(string path) => _http.GetStringAsync(path, Cancel);
}
