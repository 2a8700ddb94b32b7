namespace Nots.Conformance.Tests.Orchestration;

public abstract class TimerSuite(IOrchestrationEngineFactory factory) : OrchestrationSuite(factory)
{
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
