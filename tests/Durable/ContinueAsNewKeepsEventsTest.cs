using DurableTask.Core;
using DurableTask.Core.History;
using Nots.Durable.Tests.Support;

namespace Nots.Durable.Tests;

public sealed class ContinueAsNewKeepsEventsTest
{
    [Fact]
    public async Task Events_that_were_not_read_go_along_through_a_crash()
    {
        await using var host = new BackendHost();
        Everything.AddTo(host);
        await host.StartAsync();
        await host.ScheduleAsync(Everything.Renewing, "one", 4);
        await host.Client.SuspendInstanceAsync("one", "to collect letters", BackendHost.Token);
        foreach (var letter in (string[])["a", "b", "c"])
            await host.Client.RaiseEventAsync("one", "letter", letter, BackendHost.Token);
        await host.Client.ResumeInstanceAsync("one", "three are here", BackendHost.Token);
        await BackendHost.UntilAsync(() => host.World.Done.Count == 3);

        await host.CrashAsync();
        await host.UntilAsync("one", instance => instance.SerializedInput == "1");
        await host.Client.RaiseEventAsync("one", "letter", "d", BackendHost.Token);

        await host.EndedAsync("one");
        Assert.Equal(["a", "b", "c", "d"], host.World.Done.Distinct().Order());
        Assert.Equal(
            [EventType.ExecutionStarted, EventType.EventRaised, EventType.TaskScheduled, EventType.TaskCompleted, EventType.ExecutionCompleted],
            await host.TypesAsync("one"));
    }

    [Fact]
    public async Task Timers_and_late_results_of_an_earlier_execution_are_dropped()
    {
        await using var host = new BackendHost();
        host.Define<int, string>("renews", async (context, executions) =>
        {
            if (executions == 1)
                return await context.WaitForExternalEvent<string>("go");
            await Workflows.RaceAsync(context, "");
            context.ContinueAsNew(1);
            return "";
        });
        await host.StartAsync();
        await host.ScheduleAsync("renews", "one", 2);
        await host.HistoryAsync("one", EventType.TimerCreated);
        var earlier = (await host.Service.GetOrchestrationStateAsync("one", executionId: null))!.OrchestrationInstance;
        await host.Client.RaiseEventAsync("one", "paid", "card", BackendHost.Token);
        await host.UntilAsync("one", instance => instance.SerializedInput == "1");
        Assert.Equal(0, Database.Count(host, "messages"));

        await host.Service.SendTaskOrchestrationMessageAsync(
            new TaskMessage { OrchestrationInstance = earlier, Event = new TaskCompletedEvent(-1, 0, "late") });
        host.Time.Advance(TimeSpan.FromMinutes(20));
        await host.Client.RaiseEventAsync("one", "go", "gone", BackendHost.Token);

        Assert.Equal("\"gone\"", (await host.EndedAsync("one")).SerializedOutput);
        Assert.Equal([EventType.ExecutionStarted, EventType.EventRaised, EventType.ExecutionCompleted], await host.TypesAsync("one"));
    }
}
