using Nots.Application.Orchestration;

namespace Nots.Conformance.Tests.Orchestration;

public abstract class TimerSuite(IOrchestrationEngineFactory factory) : OrchestrationSuite(factory)
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
    public async Task A_time_that_has_passed_is_not_waited_for()
    {
        var orchestration = Define<string, string>("does not sleep", async (context, input) =>
        {
            await context.CreateTimerAsync(context.CurrentUtc.AddSeconds(-1));
            return input;
        });
        await StartEngineAsync();

        await Client.StartAsync(orchestration, "one", "awake", Token);

        Assert.Equal("\"awake\"", (await EndedAsync("one")).Output);
    }

    [Fact]
    public async Task A_cancelled_timer_is_a_cancelled_task()
    {
        var orchestration = Define<string, bool>("cancels", async (context, _) =>
        {
            using var cancellation = new CancellationTokenSource();
            var timer = context.CreateTimerAsync(context.CurrentUtc.AddYears(1), cancellation.Token);
            cancellation.Cancel();
            return timer.IsCanceled;
        });
        await StartEngineAsync();

        await Client.StartAsync(orchestration, "one", "a", Token);

        Assert.Equal("true", (await EndedAsync("one")).Output);
    }
}
