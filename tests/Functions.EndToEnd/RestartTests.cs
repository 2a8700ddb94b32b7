using Nots.Functions.EndToEnd.Tests.Running;
using Nots.Functions.StandInHost;
using Nots.Functions.StandInHost.Durable;
using Nots.Functions.StandInHost.Worker;

namespace Nots.Functions.EndToEnd.Tests;

/// <summary>The worker's process, from start to end.</summary>
public sealed class RestartTests(Laptop laptop)
{
    [Fact]
    public async Task A_request_that_comes_while_the_worker_starts_again_waits_for_it()
    {
        var before = laptop.Host.WorkersStarted;
        using var http = new HttpClient { BaseAddress = laptop.Door.Address };
        laptop.Host.KillWorker();
        using var answer = await http.GetAsync("/v1/status", TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode);
        Assert.Equal(before + 1, laptop.Host.WorkersStarted);
    }

    [Fact]
    public async Task An_app_whose_settings_are_wrong_does_not_start_and_says_why()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("nots-refused-").FullName, "durable.db");
        var options = StandInHostOptions.ForApp(Programs.FunctionApp, new Dictionary<string, string> { ["Nots__Nonsense"] = "1" }, DurableBackend.Sqlite(file));
        var fault = await Assert.ThrowsAsync<WorkerStartException>(() => StandInFunctionsHost.StartAsync(options, TestContext.Current.CancellationToken));
        Assert.Contains("Nonsense", fault.Message, StringComparison.Ordinal);
    }
}
