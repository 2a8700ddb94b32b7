using DurableTask.Core.History;
using Nots.Durable.Tests.Support;

namespace Nots.Durable.Tests;

public sealed class TimerWinsTest
{
    [Fact]
    public async Task The_timer_wins_and_the_late_event_is_dropped()
    {
        await using var host = new BackendHost();
        host.Define<string, string>("race", Workflows.RaceAsync);
        await host.StartAsync();
        await host.ScheduleAsync("race", "one", "");
        await host.HistoryAsync("one", EventType.TimerCreated);

        host.Time.Advance(TimeSpan.FromMinutes(15));

        Assert.Equal("\"hold ended\"", (await host.EndedAsync("one")).SerializedOutput);
        Assert.Equal(
            [EventType.ExecutionStarted, EventType.TimerCreated, EventType.TimerFired, EventType.ExecutionCompleted], await host.TypesAsync("one"));
        await host.Client.RaiseEventAsync("one", "paid", "card", BackendHost.Token);
        Assert.Equal(0, Database.Count(host, "messages"));
    }
}
