using Nots.Durable.Tests.Support;

namespace Nots.Durable.Tests;

public sealed class EventAndTimerInTheSameCommitTest
{
    [Fact]
    public async Task Whichever_comes_first_wins_and_the_other_changes_nothing()
    {
        await using var host = new EngineHost();
        var race = host.Define<string, string>("race", Workflows.RaceAsync);
        await host.StartAsync();
        await host.Client.StartAsync(race, "one", "", EngineHost.Token);
        await host.HistoryAsync("one", "timerCreated");

        // Both come while the instance is suspended, so that one turn takes both.
        await host.Client.SuspendAsync("one", "to wait for both", EngineHost.Token);
        await host.Client.RaiseEventAsync("one", "paid", "card", EngineHost.Token);
        host.Time.Advance(TimeSpan.FromMinutes(15));
        await EngineHost.UntilAsync(() => Task.FromResult(Database.Count(host, "inbox") == 2));
        await host.Client.ResumeAsync("one", "both are here", EngineHost.Token);

        Assert.Equal("\"paid by card\"", (await host.EndedAsync("one")).Output);
        Assert.Equal(
            ["executionStarted", "timerCreated", "executionSuspended", "executionResumed", "eventRaised", "timerCancelled", "executionCompleted"],
            await host.TypesAsync("one"));
        Assert.Equal(0, Database.Count(host, "inbox"));
    }
}
