using System.Text.Json;
using DurableTask.Core;
using DurableTask.Core.History;
using Nots.Application.Bookings;
using Nots.Application.Bookings.Activities;
using Nots.Durable.TaskHub;
using Nots.Functions.EndToEnd.Tests.Running;

namespace Nots.Functions.EndToEnd.Tests;

/// <summary>What goes wrong in the worker: an activity that throws, and inputs that cannot be read.</summary>
public sealed class FailureTests(Laptop laptop)
{
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(30);

    /// <summary>There is no such booking. The orchestration goes on and tells operations what is wrong: it is not lost, nor does it spin.</summary>
    [Fact]
    public async Task An_activity_that_throws_is_tried_again_and_its_failure_has_its_type_and_message()
    {
        var id = NewId();
        await StartAsync(BookingOrchestration.Name, id, JsonSerializer.Serialize(BookingRunState.New, Application.Common.WorkflowJson.Options));

        var failures = await UntilAsync(id, history => history.OfType<TaskFailedEvent>().ToList() is { Count: >= 2 } failed ? failed : null);

        Assert.All(failures, failure =>
        {
            Assert.Contains(id, failure.FailureDetails!.ErrorMessage, StringComparison.Ordinal);
            Assert.EndsWith("Exception", failure.FailureDetails.ErrorType, StringComparison.Ordinal);
        });
        await laptop.Backend.Client.ForceTerminateTaskOrchestrationAsync(id, "seen");
        Assert.Equal(OrchestrationStatus.Terminated, (await EndAsync(id)).OrchestrationStatus);
    }

    [Theory]
    [InlineData("""{"stage":"nowhere"}""", nameof(BookingRunState))]
    [InlineData("{", "JSON")]
    public async Task An_orchestration_whose_input_cannot_be_read_fails_at_once_and_says_so(string input, string reason)
    {
        var id = NewId();
        await StartAsync(BookingOrchestration.Name, id, input);

        var end = await EndAsync(id);

        Assert.Equal(OrchestrationStatus.Failed, end.OrchestrationStatus);
        Assert.Contains(reason, end.FailureDetails?.ErrorMessage ?? end.Output, StringComparison.Ordinal);
        Assert.Empty((await HistoryAsync(id)).OfType<TaskScheduledEvent>());
    }

    [Fact]
    public async Task An_activity_whose_input_cannot_be_read_fails_at_once_and_says_so()
    {
        var id = NewId();
        await StartAsync(nameof(HostOrchestrations.CallActivity), id, $"{RemindActivity.Name}\n{{\"bookingId\":");

        var end = await EndAsync(id);

        Assert.Equal(OrchestrationStatus.Failed, end.OrchestrationStatus);
        var failure = Assert.Single((await HistoryAsync(id)).OfType<TaskFailedEvent>());
        Assert.Contains("input", $"{failure.FailureDetails?.ErrorMessage} {failure.Reason}", StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task An_activity_that_the_app_does_not_have_fails_and_says_so()
    {
        var id = NewId();
        await StartAsync(nameof(HostOrchestrations.CallActivity), id, "booking-unheard-of\n\"x\"");

        Assert.Equal(OrchestrationStatus.Failed, (await EndAsync(id)).OrchestrationStatus);
        Assert.Contains("booking-unheard-of", Assert.Single((await HistoryAsync(id)).OfType<TaskFailedEvent>()).FailureDetails!.ErrorMessage, StringComparison.Ordinal);
    }

    private static string NewId() => $"booking_{Guid.NewGuid():N}";

    private Task StartAsync(string orchestration, string id, string input)
    {
        var instance = new OrchestrationInstance { InstanceId = id, ExecutionId = Guid.NewGuid().ToString("N") };
        var started = new ExecutionStartedEvent(-1, input) { Name = orchestration, Version = "", OrchestrationInstance = instance };
        return laptop.Backend.Client.CreateTaskOrchestrationAsync(new TaskMessage { OrchestrationInstance = instance, Event = started });
    }

    private async Task<OrchestrationState> EndAsync(string id)
    {
        var end = await laptop.Backend.Client.WaitForOrchestrationAsync(id, null, Bound, TestContext.Current.CancellationToken);
        return end ?? throw new TimeoutException($"{id} did not end within {Bound}.{Environment.NewLine}{laptop.Host.WorkerLog}");
    }

    private async Task<IList<HistoryEvent>> HistoryAsync(string id)
    {
        var state = await laptop.Backend.Client.GetOrchestrationStateAsync(id, null);
        return state is null ? [] : HistoryJson.Read(await laptop.Backend.Client.GetOrchestrationHistoryAsync(id, state.OrchestrationInstance.ExecutionId));
    }

    private async Task<T> UntilAsync<T>(string id, Func<IList<HistoryEvent>, T?> look)
        where T : class
    {
        using var late = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        late.CancelAfter(Bound);
        while (true)
        {
            if (look(await HistoryAsync(id)) is { } seen)
                return seen;
            await Task.Delay(TimeSpan.FromMilliseconds(50), late.Token);
        }
    }
}
