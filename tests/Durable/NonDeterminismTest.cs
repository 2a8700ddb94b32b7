using DurableTask.Core.History;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Nots.Durable.Tests.Support;

namespace Nots.Durable.Tests;

public sealed class NonDeterminismTest
{
    private const string Name = "deployed";

    [Fact]
    public async Task Code_that_does_something_else_ends_as_failed_with_a_clear_error_and_can_be_restarted()
    {
        await using var host = await WaitingAsync();

        await DeployAsync(host, async (context, _) =>
        {
            await context.CreateTimer(TimeSpan.FromDays(1), CancellationToken.None);
            return await context.WaitForExternalEvent<string>("go");
        });
        await host.Client.RaiseEventAsync("one", "go", "gone", BackendHost.Token);
        var failed = await host.EndedAsync("one");
        Assert.Equal(OrchestrationRuntimeStatus.Failed, failed.RuntimeStatus);
        Assert.Contains("Non-Deterministic", $"{failed.FailureDetails}", StringComparison.OrdinalIgnoreCase);

        await DeployAsync(host, OriginalAsync);
        await host.Client.RestartAsync("one", restartWithNewInstanceId: false, BackendHost.Token);
        await host.HistoryAsync("one", EventType.TaskCompleted);
        await host.Client.RaiseEventAsync("one", "go", "gone", BackendHost.Token);
        Assert.Equal("\"a!gone\"", (await host.EndedAsync("one")).SerializedOutput);
    }

    [Fact]
    public async Task It_is_not_tried_again()
    {
        await using var host = await WaitingAsync();
        var runs = 0;
        await DeployAsync(host, async (context, input) =>
        {
            Interlocked.Increment(ref runs);
            return await context.CallSubOrchestratorAsync<string>("another", input);
        });
        await host.Client.RaiseEventAsync("one", "go", "gone", BackendHost.Token);
        await host.EndedAsync("one");
        var before = Volatile.Read(ref runs);

        await host.Client.RaiseEventAsync("one", "go", "again", BackendHost.Token);
        host.Time.Advance(TimeSpan.FromDays(1));
        await host.CrashAsync();

        Assert.Equal(OrchestrationRuntimeStatus.Failed, (await host.EndedAsync("one")).RuntimeStatus);
        Assert.Equal((1, before), (before, Volatile.Read(ref runs)));
    }

    [Fact]
    public async Task An_orchestration_that_is_no_longer_registered_ends_as_failed()
    {
        await using var host = await WaitingAsync();
        host.Redeploy();
        await host.RestartAsync();

        await host.Client.RaiseEventAsync("one", "go", "gone", BackendHost.Token);

        Assert.Equal(OrchestrationRuntimeStatus.Failed, (await host.EndedAsync("one")).RuntimeStatus);
    }

    private static async Task<BackendHost> WaitingAsync()
    {
        var host = new BackendHost();
        host.Define<string, string>(Name, OriginalAsync);
        await host.StartAsync();
        await host.ScheduleAsync(Name, "one", "a");
        await host.HistoryAsync("one", EventType.TaskCompleted);
        return host;
    }

    private static async Task<string> OriginalAsync(TaskOrchestrationContext context, string input) =>
        await context.CallActivityAsync<string>(World.Activity, input) + await context.WaitForExternalEvent<string>("go");

    private static async Task DeployAsync(BackendHost host, Func<TaskOrchestrationContext, string, Task<string>> code)
    {
        host.Redeploy();
        host.Define(Name, code);
        await host.RestartAsync();
    }
}
