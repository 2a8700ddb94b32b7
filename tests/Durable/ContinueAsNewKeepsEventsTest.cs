using Nots.Durable.Tests.Support;

namespace Nots.Durable.Tests;

public sealed class ContinueAsNewKeepsEventsTest
{
    [Fact]
    public async Task Events_that_were_not_read_go_along_in_order_through_a_crash()
    {
        await using var host = new EngineHost();
        Everything.AddTo(host.Catalogue);
        await host.StartAsync();
        await host.Client.StartAsync(Everything.Renewing, "one", 4, EngineHost.Token);
        await host.Client.SuspendAsync("one", "to collect letters", EngineHost.Token);
        foreach (var letter in (string[])["a", "b", "c"])
            await host.Client.RaiseEventAsync("one", "letter", letter, EngineHost.Token);
        await host.Client.ResumeAsync("one", "three are here", EngineHost.Token);
        await EngineHost.UntilAsync(() => Task.FromResult(host.World.Done.Count == 3));

        await host.CrashAsync();
        await EngineHost.UntilAsync(async () => (await host.Client.GetHistoryAsync("one", EngineHost.Token))![0].Payload == "1");
        await host.Client.RaiseEventAsync("one", "letter", "d", EngineHost.Token);

        Assert.Equal("\"d\"", (await host.EndedAsync("one")).Output);
        Assert.Equal(["a", "b", "c", "d"], host.World.Done.Distinct());
        Assert.Equal(["executionStarted", "eventRaised", "activityScheduled", "activityCompleted", "executionCompleted"], await host.TypesAsync("one"));
    }
}
