using Nots.Durable.Tests.Support;

namespace Nots.Durable.Tests;

public sealed class EventWinsTest
{
    [Fact]
    public async Task The_event_wins_and_its_timer_is_cancelled_in_the_store()
    {
        await using var host = new EngineHost();
        var race = host.Define<string, string>("race", Workflows.RaceAsync);
        await host.StartAsync();
        await host.Client.StartAsync(race, "one", "", EngineHost.Token);
        await host.HistoryAsync("one", "timerCreated");

        await host.Client.RaiseEventAsync("one", "paid", "card", EngineHost.Token);

        Assert.Equal("\"paid by card\"", (await host.EndedAsync("one")).Output);
        Assert.Equal(
            ["executionStarted", "timerCreated", "eventRaised", "timerCancelled", "executionCompleted"], await host.TypesAsync("one"));
        Assert.Equal(0, Database.Count(host, "timers"));
    }
}
