using Nots.Application.Orchestration;

namespace Nots.Conformance.Tests.Orchestration;

/// <summary>For engines that go by a clock which a test can move.</summary>
public abstract class RetrySuite(IOrchestrationEngineFactory factory) : OrchestrationSuite(factory)
{
    private static readonly RetryPolicy Patient = new(MaxAttempts: 3, TimeSpan.FromMinutes(1), BackoffCoefficient: 2);

    [Fact]
    public async Task A_failing_activity_is_tried_again_after_growing_waits()
    {
        World.Work = (input, _) => World.Count(input) < 3 ? throw new TimeoutException("busy") : Task.FromResult("done");
        var orchestration = Define<string, DateTimeOffset>("patient", async (context, input) =>
        {
            await context.CallActivityAsync(ScriptedActivity.Name, input, Patient);
            return context.CurrentUtc;
        });
        await StartEngineAsync();
        var start = Time.GetUtcNow();
        await Client.StartAsync(orchestration, "one", "a", Token);

        await PassAsync("one", TimeSpan.FromMinutes(1));
        await UntilAsync(() => Task.FromResult(World.Count("a") == 2));
        await PassAsync("one", TimeSpan.FromMinutes(2));

        Assert.Equal(OrchestrationJson.Serialize(start.AddMinutes(3)), (await EndedAsync("one")).Output);
        Assert.Equal(3, World.Count("a"));
    }

    [Fact]
    public async Task An_activity_that_always_fails_ends_in_a_failed_step()
    {
        World.Work = (_, _) => throw new TimeoutException("busy");
        var orchestration = Define<string, string>("patient", async (context, input) =>
            await context.CallActivityAsync(ScriptedActivity.Name, input, Patient));
        await StartEngineAsync();
        await Client.StartAsync(orchestration, "one", "a", Token);

        await PassAsync("one", TimeSpan.FromMinutes(1));
        await UntilAsync(() => Task.FromResult(World.Count("a") == 2));
        await PassAsync("one", TimeSpan.FromMinutes(2));

        var ended = await EndedAsync("one");
        Assert.Equal(OrchestrationStatus.Failed, ended.Status);
        Assert.Equal("Activity 'work' failed: busy", ended.Failure?.Message);
        Assert.Equal(3, World.Count("a"));
    }

    [Fact]
    public async Task No_try_starts_after_the_policys_time_is_over()
    {
        World.Work = (_, _) => throw new TimeoutException("busy");
        var orchestration = Define<string, string>("short of time", async (context, input) =>
            await context.CallActivityAsync(ScriptedActivity.Name, input, new RetryPolicy(10, TimeSpan.FromMinutes(1), Timeout: TimeSpan.FromSeconds(90))));
        await StartEngineAsync();
        await Client.StartAsync(orchestration, "one", "a", Token);

        await PassAsync("one", TimeSpan.FromMinutes(1));

        Assert.Equal(OrchestrationStatus.Failed, (await EndedAsync("one")).Status);
        Assert.Equal(2, World.Count("a"));
    }

    [Fact]
    public async Task The_count_of_tries_and_the_next_one_survive_a_restart()
    {
        World.Work = (input, _) => World.Count(input) < 3 ? throw new TimeoutException("busy") : Task.FromResult("done");
        var orchestration = Define<string, string>("patient", async (context, input) =>
            await context.CallActivityAsync(ScriptedActivity.Name, input, Patient));
        await StartEngineAsync();
        await Client.StartAsync(orchestration, "one", "a", Token);
        await PassAsync("one", TimeSpan.FromMinutes(1));
        await UntilAsync(async () => World.Count("a") == 2 && await TimersAsync("one") == 2);

        await RestartEngineAsync();
        Assert.Equal(2, World.Count("a"));
        Time.Advance(TimeSpan.FromMinutes(2));

        Assert.Equal("\"done\"", (await EndedAsync("one")).Output);
        Assert.Equal(3, World.Count("a"));
    }

    private async Task<int> TimersAsync(string instanceId) =>
        (await Client.GetHistoryAsync(instanceId, Token))!.Count(entry => entry.Type == "timerCreated");
}
