using Nots.Application.Orchestration;
using Nots.Durable.Tests.Support;

namespace Nots.Durable.Tests;

public sealed class SuspendResumeTest
{
    [Fact]
    public async Task The_outcome_of_an_activity_waits_in_the_inbox_through_a_crash()
    {
        await using var host = new EngineHost();
        var go = new TaskCompletionSource();
        host.World.Work = async (input, _) =>
        {
            await go.Task;
            return input + "!";
        };
        var orchestration = host.Define<string, string>("works", (context, input) => context.CallActivityAsync(ScriptedActivity.Name, input));
        await host.StartAsync();
        await host.Client.StartAsync(orchestration, "one", "a", EngineHost.Token);
        await EngineHost.UntilAsync(() => Task.FromResult(host.World.Count("a") == 1));

        await host.Client.SuspendAsync("one", "an inspection", EngineHost.Token);
        go.SetResult();
        await EngineHost.UntilAsync(() => Task.FromResult(Database.Count(host, "inbox") == 1));
        await host.CrashAsync();
        Assert.Equal(OrchestrationStatus.Suspended, (await host.Client.GetAsync("one", EngineHost.Token))!.Status);
        await host.Client.ResumeAsync("one", "all well", EngineHost.Token);

        Assert.Equal("\"a!\"", (await host.EndedAsync("one")).Output);
        Assert.Equal(1, host.World.Count("a"));
    }

    [Fact]
    public async Task Suspending_and_resuming_again_and_again_loses_nothing()
    {
        await using var host = new EngineHost();
        var orchestration = host.Define<int, int>("counts", async (context, count) =>
        {
            var sum = 0;
            for (var number = 0; number < count; number++)
                sum += await context.WaitForExternalEventAsync<int>("number");
            return sum;
        });
        await host.StartAsync();
        await host.Client.StartAsync(orchestration, "one", 100, EngineHost.Token);

        var toggling = Task.Run(async () =>
        {
            for (var turn = 0; turn < 50; turn++)
            {
                await host.Client.SuspendAsync("one", "off", EngineHost.Token);
                await host.Client.ResumeAsync("one", "on", EngineHost.Token);
            }
        }, EngineHost.Token);
        for (var number = 1; number <= 100; number++)
            await host.Client.RaiseEventAsync("one", "number", number, EngineHost.Token);
        await toggling;

        Assert.Equal("5050", (await host.EndedAsync("one")).Output);
    }
}
