using Nots.Application.Orchestration;

namespace Nots.Conformance.Tests.Orchestration;

/// <summary>What time brings, hours and days of it: for engines that go by a clock which a test can move.</summary>
public abstract class MovedClockSuite(IOrchestrationEngineFactory factory) : OrchestrationSuite(factory)
{
    [Fact]
    public async Task A_timer_fires_when_its_time_has_come_and_not_before()
    {
        var orchestration = Define<int, DateTimeOffset>("sleeps", async (context, minutes) =>
        {
            await context.CreateTimerAsync(context.CurrentUtc.AddMinutes(minutes));
            return context.CurrentUtc;
        });
        await StartEngineAsync();
        var start = Time.GetUtcNow();
        await Client.StartAsync(orchestration, "one", 90, Token);

        await PassAsync("one", TimeSpan.FromMinutes(89));
        Assert.Equal(OrchestrationStatus.Running, (await Client.GetAsync("one", Token))!.Status);
        await PassAsync("one", TimeSpan.FromMinutes(1));

        Assert.Equal(OrchestrationJson.Serialize(start.AddMinutes(90)), (await EndedAsync("one")).Output);
    }

    [Fact]
    public async Task A_timer_that_comes_due_while_the_engine_is_stopped_fires_at_its_start()
    {
        var orchestration = Define<string, string>("sleeps", async (context, input) =>
        {
            await context.CreateTimerAsync(context.CurrentUtc.AddDays(60));
            return input;
        });
        await StartEngineAsync();
        await Client.StartAsync(orchestration, "one", "awake", Token);
        await PassAsync("one", TimeSpan.FromDays(59));

        Assert.Equal(OrchestrationStatus.Running, (await Client.GetAsync("one", Token))!.Status);
        await RestartEngineAsync();
        Time.Advance(TimeSpan.FromDays(1));

        Assert.Equal("\"awake\"", (await EndedAsync("one")).Output);
    }

    [Fact]
    public async Task A_timer_wins_against_an_event_that_comes_late()
    {
        var orchestration = Define<string, string>("race", RaceAsync);
        await StartEngineAsync();
        await Client.StartAsync(orchestration, "one", "a", Token);
        await StatusAsync("one", "racing");

        await PassAsync("one", TimeSpan.FromMinutes(15));

        Assert.Equal("\"too late\"", (await EndedAsync("one")).Output);
        Assert.False(await Client.RaiseEventAsync("one", "paid", "card", Token));
    }

    [Fact]
    public async Task A_suspended_instance_keeps_its_events_and_timers_until_it_is_resumed()
    {
        var orchestration = Define<string, string>("waits", async (context, _) =>
        {
            var timer = context.CreateTimerAsync(context.CurrentUtc.AddMinutes(1));
            var letter = context.WaitForExternalEventAsync<string>("letter");
            context.SetCustomStatus("waiting");
            await Task.WhenAll(timer, letter);
            return await letter;
        });
        await StartEngineAsync();
        await Client.StartAsync(orchestration, "one", "a", Token);
        await StatusAsync("one", "waiting");

        Assert.True(await Client.SuspendAsync("one", "an inspection", Token));
        Assert.True(await Client.RaiseEventAsync("one", "letter", "read", Token));
        Time.Advance(TimeSpan.FromMinutes(2));
        await RestartEngineAsync();
        Assert.Equal(OrchestrationStatus.Suspended, (await Client.GetAsync("one", Token))!.Status);
        Assert.True(await Client.ResumeAsync("one", "all well", Token));

        Assert.Equal("\"read\"", (await EndedAsync("one")).Output);
    }

    [Fact]
    public async Task A_failed_child_is_run_again_by_policy_under_the_same_id()
    {
        World.Work = (input, _) => World.Count(input) < 2 ? throw new TimeoutException("busy") : Task.FromResult("done");
        var child = Define<string, string>("child", (context, input) => context.CallActivityAsync(ScriptedActivity.Name, input));
        var parent = Define<string, string>("parent", (context, input) =>
            context.CallSubOrchestrationAsync(child, input, "the child", new RetryPolicy(2, TimeSpan.FromMinutes(1))));
        await StartEngineAsync();
        await Client.StartAsync(parent, "one", "a", Token);

        await PassAsync("one", TimeSpan.FromMinutes(1));

        Assert.Equal("\"done\"", (await EndedAsync("one")).Output);
    }

    [Fact]
    public async Task Instances_are_found_by_status_name_and_time()
    {
        var ends = Define<int, int>("ends", (_, number) => Task.FromResult(number));
        var waits = Define<int, string>("waits", (context, _) => context.WaitForExternalEventAsync<string>("go"));
        await StartEngineAsync();
        var start = Time.GetUtcNow();
        await Client.StartAsync(ends, "old", 1, Token);
        await EndedAsync("old");
        Time.Advance(TimeSpan.FromHours(1));
        await Client.StartAsync(ends, "new", 1, Token);
        await EndedAsync("new");
        await Client.StartAsync(waits, "waiting", 1, Token);
        await UntilAsync("waiting", instance => instance.Status == OrchestrationStatus.Running);

        Assert.Equal(["new", "old"], await IdsAsync(new OrchestrationQuery(Name: "ends")));
        Assert.Equal(["waiting"], await IdsAsync(new OrchestrationQuery(Status: OrchestrationStatus.Running)));
        Assert.Equal(["old"], await IdsAsync(new OrchestrationQuery(To: start.AddHours(1))));
        Assert.Equal(["waiting", "new"], await IdsAsync(new OrchestrationQuery(From: start.AddHours(1))));
    }

    private async Task<IEnumerable<string>> IdsAsync(OrchestrationQuery query) =>
        (await Client.QueryAsync(query, Token)).Instances.Select(instance => instance.InstanceId);
}
