using Nots.Application.Orchestration;

namespace Nots.Conformance.Tests.Orchestration.DurableTask;

/// <summary>What time brings, by the clock of this machine: nothing too early, and all of it in the end.</summary>
public sealed class DurableTaskRealClockTests() : OrchestrationSuite(new DurableTaskEngineFactory())
{
    [Fact]
    public async Task A_timer_fires_when_its_time_has_come_and_not_before()
    {
        var orchestration = Define<int, bool>("sleeps", async (context, milliseconds) =>
        {
            var due = context.CurrentUtc.AddMilliseconds(milliseconds);
            await context.CreateTimerAsync(due);
            return context.CurrentUtc >= due;
        });
        await StartEngineAsync();

        await Client.StartAsync(orchestration, "one", 300, Token);

        Assert.Equal("true", (await EndedAsync("one")).Output);
    }

    [Fact]
    public async Task A_failing_activity_is_tried_again_after_growing_waits()
    {
        World.Work = (input, _) => World.Count(input) < 3 ? throw new TimeoutException("busy") : Task.FromResult("done");
        var orchestration = Define<string, double>("patient", async (context, input) =>
        {
            var start = context.CurrentUtc;
            await context.CallActivityAsync(ScriptedActivity.Name, input, new RetryPolicy(3, TimeSpan.FromMilliseconds(100), BackoffCoefficient: 2));
            return (context.CurrentUtc - start).TotalMilliseconds;
        });
        await StartEngineAsync();

        await Client.StartAsync(orchestration, "one", "a", Token);

        Assert.True(OrchestrationJson.Deserialize<double>((await EndedAsync("one")).Output) >= 300);
        Assert.Equal(3, World.Count("a"));
    }

    [Fact]
    public async Task An_activity_that_always_fails_ends_in_a_failed_step()
    {
        World.Work = (_, _) => throw new TimeoutException("busy");
        var orchestration = Define<string, string>("patient", (context, input) =>
            context.CallActivityAsync(ScriptedActivity.Name, input, new RetryPolicy(2, TimeSpan.FromMilliseconds(10))));
        await StartEngineAsync();

        await Client.StartAsync(orchestration, "one", "a", Token);

        var ended = await EndedAsync("one");
        Assert.Equal((OrchestrationStatus.Failed, "Activity 'work' failed: busy", 2), (ended.Status, ended.Failure?.Message, World.Count("a")));
    }

    [Fact]
    public async Task A_timer_wins_against_an_event_that_comes_late()
    {
        var orchestration = Define<string, string>("race", async (context, _) =>
        {
            using var cancellation = new CancellationTokenSource();
            var paid = context.WaitForExternalEventAsync<string>("paid", cancellation.Token);
            var hold = context.CreateTimerAsync(context.CurrentUtc.AddMilliseconds(100), cancellation.Token);
            var first = await Task.WhenAny(paid, hold);
            cancellation.Cancel();
            return first == paid ? await paid : "too late";
        });
        await StartEngineAsync();
        await Client.StartAsync(orchestration, "one", "a", Token);

        Assert.Equal("\"too late\"", (await EndedAsync("one")).Output);
        Assert.False(await Client.RaiseEventAsync("one", "paid", "card", Token));
    }

    [Fact]
    public async Task A_failed_child_is_run_again_by_policy()
    {
        World.Work = (input, _) => World.Count(input) < 2 ? throw new TimeoutException("busy") : Task.FromResult("done");
        var child = Define<string, string>("child", (context, input) => context.CallActivityAsync(ScriptedActivity.Name, input));
        var parent = Define<string, string>("parent", (context, input) =>
            context.CallSubOrchestrationAsync(child, input, "the child", new RetryPolicy(2, TimeSpan.FromMilliseconds(10))));
        await StartEngineAsync();

        await Client.StartAsync(parent, "one", "a", Token);

        Assert.Equal("\"done\"", (await EndedAsync("one")).Output);
    }
}
