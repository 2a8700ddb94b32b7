using Nots.Durable.Tests.Support;

namespace Nots.Durable.Tests;

public sealed class TimerWinsTest
{
    [Fact]
    public async Task The_timer_wins_and_the_late_event_is_refused()
    {
        await using var host = new EngineHost();
        var race = host.Define<string, string>("race", Workflows.RaceAsync);
        await host.StartAsync();
        await host.Client.StartAsync(race, "one", "", EngineHost.Token);
        await host.HistoryAsync("one", "timerCreated");

        host.Time.Advance(TimeSpan.FromMinutes(15));

        Assert.Equal("\"hold ended\"", (await host.EndedAsync("one")).Output);
        Assert.Equal(["executionStarted", "timerCreated", "timerFired", "executionCompleted"], await host.TypesAsync("one"));
        Assert.False(await host.Client.RaiseEventAsync("one", "paid", "card", EngineHost.Token));
    }
}
