using Microsoft.DurableTask.Client;
using Nots.Durable.Tests.Support;

namespace Nots.Durable.Tests;

public sealed class DuplicateSignalTest
{
    [Fact]
    public async Task A_signal_sent_twice_is_two_events_and_each_is_read_once()
    {
        await using var host = new BackendHost();
        host.Define<string, string>("reads two", async (context, _) =>
            await context.WaitForExternalEvent<string>("changed") + await context.WaitForExternalEvent<string>("changed"));
        await host.StartAsync();
        await host.ScheduleAsync("reads two", "one", "");

        await host.Client.RaiseEventAsync("one", "changed", "a", BackendHost.Token);
        await host.CrashAsync();
        await host.UntilAsync("one", OrchestrationRuntimeStatus.Running);
        await host.Client.RaiseEventAsync("one", "changed", "a", BackendHost.Token);

        Assert.Equal("\"aa\"", (await host.EndedAsync("one")).SerializedOutput);
    }
}
