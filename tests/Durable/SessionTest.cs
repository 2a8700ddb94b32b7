using Microsoft.DurableTask.Client;
using Nots.Durable.Tests.Support;

namespace Nots.Durable.Tests;

public sealed class SessionTest
{
    [Theory]
    [InlineData(10, 1)]
    [InlineData(0, 6)]
    public async Task An_instance_in_memory_is_not_replayed_from_the_start(int maxSessions, int expectedRuns)
    {
        await using var host = new BackendHost();
        var runs = await WaitingAsync(host, maxSessions, "one");

        await GoAsync(host, "one", times: 5);

        Assert.Equal(expectedRuns, runs("one"));
    }

    [Fact]
    public async Task The_one_that_has_waited_longest_leaves_memory_for_another()
    {
        await using var host = new BackendHost();
        var runs = await WaitingAsync(host, 2, "one", "two", "three");

        await GoAsync(host, "three", times: 1);
        await GoAsync(host, "two", times: 1);
        await GoAsync(host, "one", times: 1);

        Assert.Equal((2, 1, 1), (runs("one"), runs("two"), runs("three")));
    }

    [Fact]
    public async Task Who_waits_long_leaves_memory_and_comes_back()
    {
        await using var host = new BackendHost();
        var runs = await WaitingAsync(host, 10, "one");

        host.Time.Advance(TimeSpan.FromMinutes(2));
        await BackendHost.UntilAsync(() => host.Service.Sessions.Kept == 0);
        await GoAsync(host, "one", times: 1);

        Assert.Equal(2, runs("one"));
    }

    [Fact]
    public async Task When_only_one_may_be_under_way_all_come_to_their_end_one_after_the_other()
    {
        await using var host = new BackendHost();
        host.Options = host.Options with { MaxConcurrentOrchestrations = 1 };
        host.Define<string, string>("works", async (context, input) =>
            await context.CallActivityAsync<string>(World.Activity, input + "1") + await context.CallActivityAsync<string>(World.Activity, input + "2"));
        await host.StartAsync();
        await Task.WhenAll(Enumerable.Range(0, 20).Select(number => host.ScheduleAsync("works", $"{number}", $"{number}/")));

        for (var number = 0; number < 20; number++)
            await host.EndedAsync($"{number}");

        Assert.Equal(40, host.World.Done.Distinct().Count());
    }

    [Fact]
    public async Task Who_waits_for_a_slow_activity_holds_up_nobody()
    {
        await using var host = new BackendHost();
        var go = new TaskCompletionSource<string>();
        host.Options = host.Options with { MaxConcurrentOrchestrations = 1 };
        host.World.Work = input => input == "slow" ? go.Task : Task.FromResult(input + "!");
        host.Define<string, string>("works", Workflows.WorkAsync);
        await host.StartAsync();
        await host.ScheduleAsync("works", "one", "slow");
        await BackendHost.UntilAsync(() => host.World.Count("slow") == 1);

        await host.ScheduleAsync("works", "two", "a");

        Assert.Equal("\"a!\"", (await host.EndedAsync("two")).SerializedOutput);
        go.SetResult("done");
        Assert.Equal("\"done\"", (await host.EndedAsync("one")).SerializedOutput);
    }

    /// <summary>Starts instances that count their events, one after the other.</summary>
    /// <returns>How often the code of an instance began to run.</returns>
    private static async Task<Func<string, int>> WaitingAsync(BackendHost host, int maxSessions, params string[] instances)
    {
        var runs = new System.Collections.Concurrent.ConcurrentDictionary<string, int>();
        host.Options = host.Options with { MaxSessions = maxSessions };
        host.Define<string, string>("counts", async (context, _) =>
        {
            runs.AddOrUpdate(context.InstanceId, 1, (_, before) => before + 1);
            for (var number = 1; ; number++)
            {
                await context.WaitForExternalEvent<string>("go");
                context.SetCustomStatus(number);
            }
        });
        await host.StartAsync();
        foreach (var instance in instances)
        {
            await host.ScheduleAsync("counts", instance, "");
            await host.UntilAsync(instance, OrchestrationRuntimeStatus.Running);
            var waiting = Math.Min(maxSessions, Array.IndexOf(instances, instance) + 1);
            await BackendHost.UntilAsync(() => host.Service.Sessions == (waiting, waiting));
        }

        return instance => runs[instance];
    }

    private static async Task GoAsync(BackendHost host, string instance, int times)
    {
        for (var number = 1; number <= times; number++)
        {
            await host.Client.RaiseEventAsync(instance, "go", "", BackendHost.Token);
            await host.UntilAsync(instance, found => found.SerializedCustomStatus == $"{number}");
            await BackendHost.UntilAsync(() => host.Service.Sessions is var sessions && sessions.Kept == sessions.Waiting);
        }
    }
}
