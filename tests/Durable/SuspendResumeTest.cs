using Microsoft.DurableTask.Client;
using Nots.Durable.Tests.Support;

namespace Nots.Durable.Tests;

public sealed class SuspendResumeTest
{
    [Fact]
    public async Task The_outcome_of_an_activity_waits_through_a_crash()
    {
        await using var host = new BackendHost();
        var go = new TaskCompletionSource();
        host.World.Work = async input =>
        {
            await go.Task;
            return input + "!";
        };
        host.Define<string, string>("works", Workflows.WorkAsync);
        await host.StartAsync();
        await host.ScheduleAsync("works", "one", "a");
        await BackendHost.UntilAsync(() => host.World.Count("a") == 1);

        await host.Client.SuspendInstanceAsync("one", "an inspection", BackendHost.Token);
        await host.UntilAsync("one", OrchestrationRuntimeStatus.Suspended);
        go.SetResult();
        await host.HistoryAsync("one", DurableTask.Core.History.EventType.TaskCompleted);
        await host.CrashAsync();
        Assert.Equal(OrchestrationRuntimeStatus.Suspended, (await host.Client.GetInstanceAsync("one", BackendHost.Token))!.RuntimeStatus);
        await host.Client.ResumeInstanceAsync("one", "all well", BackendHost.Token);

        Assert.Equal("\"a!\"", (await host.EndedAsync("one")).SerializedOutput);
        Assert.Equal(1, host.World.Count("a"));
    }

    [Fact]
    public async Task Suspending_and_resuming_again_and_again_loses_nothing()
    {
        await using var host = new BackendHost();
        host.Define<int, int>("counts", async (context, count) =>
        {
            var sum = 0;
            for (var number = 0; number < count; number++)
                sum += await context.WaitForExternalEvent<int>("number");
            return sum;
        });
        await host.StartAsync();
        await host.ScheduleAsync("counts", "one", 100);

        var toggling = Task.Run(async () =>
        {
            for (var turn = 0; turn < 50; turn++)
            {
                await host.Client.SuspendInstanceAsync("one", "off", BackendHost.Token);
                await host.Client.ResumeInstanceAsync("one", "on", BackendHost.Token);
            }
        }, BackendHost.Token);
        for (var number = 1; number <= 100; number++)
            await host.Client.RaiseEventAsync("one", "number", number, BackendHost.Token);
        await toggling;

        Assert.Equal("5050", (await host.EndedAsync("one")).SerializedOutput);
    }
}
