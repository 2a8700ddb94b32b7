using Nots.Application.Orchestration;
using Nots.Durable.Tests.Support;

namespace Nots.Durable.Tests;

public sealed class PoisonActivityTest
{
    [Fact]
    public async Task An_activity_that_is_not_registered_is_a_failed_step()
    {
        await using var host = new EngineHost();
        var orchestration = host.Define<string, string>("calls nobody", (context, input) =>
            context.CallActivityAsync(new ActivityName<string, string>("nobody"), input));
        await host.StartAsync();

        await host.Client.StartAsync(orchestration, "one", "a", EngineHost.Token);

        var ended = await host.EndedAsync("one");
        Assert.Equal((OrchestrationStatus.Failed, "Activity 'nobody' failed: No activity named 'nobody' is registered."), (ended.Status, ended.Failure?.Message));
    }

    [Fact]
    public async Task An_activity_during_which_the_process_ends_every_time_is_a_failed_step_without_further_tries()
    {
        await using var host = new EngineHost();
        host.Options = host.Options with { MaxActivityDeliveries = 2 };
        host.World.Work = (_, token) => Task.Delay(Timeout.Infinite, token).ContinueWith(_ => "", TaskScheduler.Default);
        var orchestration = host.Define<string, string>("poisoned", (context, input) =>
            context.CallActivityAsync(ScriptedActivity.Name, input, new RetryPolicy(5, TimeSpan.FromMinutes(1))));
        await host.StartAsync();
        await host.Client.StartAsync(orchestration, "one", "a", EngineHost.Token);

        for (var crash = 1; crash <= 3; crash++)
        {
            await EngineHost.UntilAsync(() => Task.FromResult(host.World.Count("a") == crash));
            await host.CrashAsync();
        }

        Assert.Equal(
            "Activity 'work' failed: The process ended 2 times while this activity ran; it is not started again.",
            (await host.EndedAsync("one")).Failure?.Message);
        Assert.Equal(3, host.World.Count("a"));
    }

    [Fact]
    public async Task An_orderly_stop_is_not_held_against_an_activity()
    {
        await using var host = new EngineHost();
        host.Options = host.Options with { MaxActivityDeliveries = 1 };
        host.World.Work = async (input, token) =>
        {
            if (host.World.Count(input) < 5)
                await Task.Delay(Timeout.Infinite, token);
            return "done";
        };
        var orchestration = host.Define<string, string>("slow", (context, input) => context.CallActivityAsync(ScriptedActivity.Name, input));
        await host.StartAsync();
        await host.Client.StartAsync(orchestration, "one", "a", EngineHost.Token);

        for (var stop = 1; stop < 5; stop++)
        {
            await EngineHost.UntilAsync(() => Task.FromResult(host.World.Count("a") == stop));
            await host.RestartAsync();
        }

        Assert.Equal("\"done\"", (await host.EndedAsync("one")).Output);
    }
}
