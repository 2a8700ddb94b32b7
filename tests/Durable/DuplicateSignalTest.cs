using Nots.Application.Orchestration;
using Nots.Durable.Tests.Support;

namespace Nots.Durable.Tests;

public sealed class DuplicateSignalTest
{
    [Fact]
    public async Task A_signal_sent_twice_is_two_events_and_each_is_read_once()
    {
        await using var host = new EngineHost();
        var orchestration = host.Define<string, string>("reads two", async (context, _) =>
            await context.WaitForExternalEventAsync<string>("changed") + await context.WaitForExternalEventAsync<string>("changed"));
        await host.StartAsync();
        await host.Client.StartAsync(orchestration, "one", "", EngineHost.Token);

        await host.Client.RaiseEventAsync("one", "changed", "a", EngineHost.Token);
        await host.CrashAsync();
        Assert.Equal(OrchestrationStatus.Running, (await host.UntilAsync("one", instance => instance.Status != OrchestrationStatus.Pending)).Status);
        await host.Client.RaiseEventAsync("one", "changed", "a", EngineHost.Token);

        Assert.Equal("\"aa\"", (await host.EndedAsync("one")).Output);
    }
}
