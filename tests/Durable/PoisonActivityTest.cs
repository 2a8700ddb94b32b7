using Microsoft.DurableTask.Client;
using Nots.Durable.Tests.Support;

namespace Nots.Durable.Tests;

public sealed class PoisonActivityTest
{
    [Fact]
    public async Task An_activity_during_which_the_process_ends_every_time_is_a_failed_step()
    {
        await using var host = new BackendHost();
        host.Options = host.Options with { MaxActivityDeliveries = 2 };
        host.World.Work = _ => new TaskCompletionSource<string>().Task;
        host.Define<string, string>("poisoned", Workflows.WorkAsync);
        await host.StartAsync();
        await host.ScheduleAsync("poisoned", "one", "a");

        for (var crash = 1; crash <= 3; crash++)
        {
            await BackendHost.UntilAsync(() => host.World.Count("a") == crash);
            await host.CrashAsync();
        }

        var ended = await host.EndedAsync("one");
        Assert.Equal(OrchestrationRuntimeStatus.Failed, ended.RuntimeStatus);
        Assert.Contains("The process ended 2 times while this activity ran; it is not started again.", $"{ended.FailureDetails}", StringComparison.Ordinal);
        Assert.Equal(3, host.World.Count("a"));
    }

    [Fact]
    public async Task An_orderly_stop_is_not_held_against_an_activity()
    {
        await using var host = new BackendHost();
        host.Options = host.Options with { MaxActivityDeliveries = 1 };
        host.World.Work = input => host.World.Count(input) < 5 ? new TaskCompletionSource<string>().Task : Task.FromResult("done");
        host.Define<string, string>("slow", Workflows.WorkAsync);
        await host.StartAsync();
        await host.ScheduleAsync("slow", "one", "a");

        for (var stop = 1; stop < 5; stop++)
        {
            await BackendHost.UntilAsync(() => host.World.Count("a") == stop);
            await host.RestartAsync();
        }

        Assert.Equal("\"done\"", (await host.EndedAsync("one")).SerializedOutput);
    }
}
