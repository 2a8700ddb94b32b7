using Nots.Durable.Tests.Support;

namespace Nots.Durable.Tests;

public sealed class PurgeTest
{
    [Fact]
    public async Task Nothing_of_a_purged_instance_is_left()
    {
        await using var host = new EngineHost();
        var race = host.Define<string, string>("race", Workflows.RaceAsync);
        await host.StartAsync();
        await host.Client.StartAsync(race, "one", "a", EngineHost.Token);
        await host.Client.RaiseEventAsync("one", "other", "unread", EngineHost.Token);
        await host.Client.RaiseEventAsync("one", "paid", "card", EngineHost.Token);
        await host.EndedAsync("one");

        Assert.True(await host.Client.PurgeAsync("one", EngineHost.Token));

        foreach (var table in (string[])["instances", "history", "inbox", "activities", "timers"])
            Assert.Equal(0, Database.Count(host, table));
    }
}
