using DurableTask.Core.History;
using Nots.Durable.Tests.Support;

namespace Nots.Durable.Tests;

public sealed class EventWinsTest
{
    [Fact]
    public async Task The_event_wins_and_its_timer_is_gone_from_the_store()
    {
        await using var host = new BackendHost();
        host.Define<string, string>("race", Workflows.RaceAsync);
        await host.StartAsync();
        await host.ScheduleAsync("race", "one", "");
        await host.HistoryAsync("one", EventType.TimerCreated);
        Assert.Equal(1, Database.Count(host, "messages"));

        await host.Client.RaiseEventAsync("one", "paid", "card", BackendHost.Token);

        Assert.Equal("\"paid by card\"", (await host.EndedAsync("one")).SerializedOutput);
        Assert.Equal(
            [EventType.ExecutionStarted, EventType.TimerCreated, EventType.EventRaised, EventType.ExecutionCompleted], await host.TypesAsync("one"));
        Assert.Equal(0, Database.Count(host, "messages"));
    }

    [Fact]
    public async Task An_event_for_an_instance_that_does_not_exist_is_dropped()
    {
        await using var host = new BackendHost();
        host.Define<string, string>("race", Workflows.RaceAsync);
        await host.StartAsync();

        await host.Client.RaiseEventAsync("one", "paid", "early", BackendHost.Token);
        await host.ScheduleAsync("race", "one", "");
        await host.HistoryAsync("one", EventType.TimerCreated);
        await host.Client.RaiseEventAsync("one", "paid", "card", BackendHost.Token);

        Assert.Equal("\"paid by card\"", (await host.EndedAsync("one")).SerializedOutput);
    }
}
