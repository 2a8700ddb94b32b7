using Nots.Durable.Tests.Support;

namespace Nots.Durable.Tests;

public sealed class OrderlyStopTest
{
    [Fact]
    public async Task An_activity_that_ends_in_time_is_recorded_and_not_run_again()
    {
        await using var host = new EngineHost();
        var go = new TaskCompletionSource();
        host.Options = host.Options with { StopGrace = TimeSpan.FromSeconds(5) };
        host.World.Work = async (input, _) =>
        {
            await go.Task;
            return input + "!";
        };
        var orchestration = host.Define<string, string>("works", async (context, input) =>
            await context.CallActivityAsync(ScriptedActivity.Name, input) + await context.CallActivityAsync(ScriptedActivity.Name, "next"));
        await host.StartAsync();
        await host.Client.StartAsync(orchestration, "one", "a", EngineHost.Token);
        await EngineHost.UntilAsync(() => Task.FromResult(host.World.Done.Count == 1));

        var stopping = host.StopAsync();
        go.SetResult();
        await stopping;
        await Assert.ThrowsAsync<EngineStoppedException>(() => host.Client.GetAsync("one", EngineHost.Token));
        Assert.Equal(["a"], host.World.Done);
        await host.StartAsync();

        Assert.Equal("\"a!next!\"", (await host.EndedAsync("one")).Output);
        Assert.Equal(["a", "next"], host.World.Done);
    }
}
