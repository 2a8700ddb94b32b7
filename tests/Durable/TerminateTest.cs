using DurableTask.Core.History;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Nots.Durable.Tests.Support;

namespace Nots.Durable.Tests;

public sealed class TerminateTest
{
    [Fact]
    public async Task What_waits_never_runs_and_the_outcome_of_what_runs_is_dropped()
    {
        await using var host = new BackendHost();
        var go = new TaskCompletionSource<string>();
        host.Options = host.Options with { MaxConcurrentActivities = 1 };
        host.World.Work = _ => go.Task;
        host.Define<string, string[]>("works", (context, _) => Task.WhenAll(
            context.CallActivityAsync<string>(World.Activity, "first"), context.CallActivityAsync<string>(World.Activity, "second")));
        await host.StartAsync();
        await host.ScheduleAsync("works", "one", "a");
        await BackendHost.UntilAsync(() => host.World.Done.Count == 1);

        await host.Client.TerminateInstanceAsync("one", "enough", BackendHost.Token);
        Assert.Equal(0, Database.Count(host, "activities"));
        await host.CrashAsync();
        go.SetResult("late");

        var ended = await host.EndedAsync("one");
        Assert.Equal((OrchestrationRuntimeStatus.Terminated, "\"enough\""), (ended.RuntimeStatus, ended.SerializedOutput));
        Assert.Equal(["first"], host.World.Done);
        Assert.Equal([EventType.ExecutionTerminated, EventType.ExecutionCompleted], (await host.TypesAsync("one")).TakeLast(2));
        Assert.Equal(0, Database.Count(host, "messages"));
    }

    [Fact]
    public async Task A_turn_that_is_under_way_comes_to_nothing()
    {
        await using var host = new BackendHost();
        using var entered = new SemaphoreSlim(0);
        using var go = new SemaphoreSlim(0);
        host.Define<string, string>("slow", (context, input) =>
        {
            entered.Release();
            go.Wait(BackendHost.Token);
            return context.CallActivityAsync<string>(World.Activity, input);
        });
        await host.StartAsync();
        await host.ScheduleAsync("slow", "one", "a");
        await entered.WaitAsync(BackendHost.Token);

        await host.Client.TerminateInstanceAsync("one", "enough", BackendHost.Token);
        go.Release();

        // Whatever of it was to follow would be there before this one has ended.
        go.Release();
        await host.ScheduleAsync("slow", "two", "b");
        await host.EndedAsync("two");
        Assert.Equal(OrchestrationRuntimeStatus.Terminated, (await host.EndedAsync("one")).RuntimeStatus);
        Assert.Equal(["b"], host.World.Done);
        Assert.Equal(0, Database.Count(host, "activities"));
    }

    [Fact]
    public async Task The_parent_of_a_terminated_child_is_told()
    {
        await using var host = new BackendHost();
        host.Define<string, string>("child", Workflows.WaitAsync);
        host.Define<string, string>("parent", async (context, input) =>
        {
            try
            {
                return await context.CallSubOrchestratorAsync<string>("child", input, new SubOrchestrationOptions(instanceId: "the child"));
            }
            catch (TaskFailedException failed)
            {
                return failed.FailureDetails.ErrorType;
            }
        });
        await host.StartAsync();
        await host.ScheduleAsync("parent", "one", "a");
        await host.UntilAsync("the child", OrchestrationRuntimeStatus.Running);

        await host.Client.TerminateInstanceAsync("the child", null, BackendHost.Token);

        Assert.Equal("\"Nots.Durable.OrchestrationTerminated\"", (await host.EndedAsync("one")).SerializedOutput);
    }
}
