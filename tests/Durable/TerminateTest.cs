using Nots.Application.Orchestration;
using Nots.Durable.Tests.Support;

namespace Nots.Durable.Tests;

public sealed class TerminateTest
{
    [Fact]
    public async Task What_runs_is_cancelled_and_what_waits_never_runs()
    {
        await using var host = new EngineHost();
        var cancelled = new TaskCompletionSource();
        host.Options = host.Options with { MaxConcurrentActivities = 1 };
        host.World.Work = async (_, token) =>
        {
            await using var registration = token.Register(cancelled.SetResult);
            await Task.Delay(Timeout.Infinite, token);
            return "";
        };
        var orchestration = host.Define<string, string[]>("works", (context, _) => Task.WhenAll(
            context.CallActivityAsync(ScriptedActivity.Name, "first"), context.CallActivityAsync(ScriptedActivity.Name, "second")));
        await host.StartAsync();
        await host.Client.StartAsync(orchestration, "one", "a", EngineHost.Token);
        await EngineHost.UntilAsync(() => Task.FromResult(host.World.Done.Count == 1));

        Assert.True(await host.Client.TerminateAsync("one", "enough", EngineHost.Token));
        await cancelled.Task.WaitAsync(TimeSpan.FromSeconds(10), EngineHost.Token);
        await host.CrashAsync();

        var ended = await host.EndedAsync("one");
        Assert.Equal((OrchestrationStatus.Terminated, "enough"), (ended.Status, ended.Failure?.Message));
        Assert.Equal(["first"], host.World.Done);
        Assert.Equal(0, Database.Count(host, "activities"));
    }
}
