using DurableTask.Core.History;
using Nots.Durable.Tests.Support;

namespace Nots.Durable.Tests;

public sealed class EventAndTimerInTheSameCommitTest
{
    [Fact]
    public async Task Whichever_comes_first_wins_and_the_other_changes_nothing()
    {
        await using var host = new BackendHost();
        host.Define<string, string>("race", Workflows.RaceAsync);
        await host.StartAsync();
        await host.ScheduleAsync("race", "one", "");
        await host.HistoryAsync("one", EventType.TimerCreated);

        // Both come while the instance is suspended, so that one turn gives both to the orchestrator.
        await host.Client.SuspendInstanceAsync("one", "to wait for both", BackendHost.Token);
        await host.Client.RaiseEventAsync("one", "paid", "card", BackendHost.Token);
        await host.HistoryAsync("one", EventType.EventRaised);
        host.Time.Advance(TimeSpan.FromMinutes(15));
        await host.HistoryAsync("one", EventType.TimerFired);
        await host.Client.ResumeInstanceAsync("one", "both are here", BackendHost.Token);

        Assert.Equal("\"paid by card\"", (await host.EndedAsync("one")).SerializedOutput);
        Assert.Equal(
            [
                EventType.ExecutionStarted, EventType.TimerCreated, EventType.ExecutionSuspended, EventType.EventRaised, EventType.TimerFired,
                EventType.ExecutionResumed, EventType.ExecutionCompleted,
            ],
            await host.TypesAsync("one"));
        Assert.Equal(0, Database.Count(host, "messages"));
    }
}
