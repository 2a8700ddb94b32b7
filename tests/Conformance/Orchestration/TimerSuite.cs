using DurableTask.Core.History;
using Microsoft.DurableTask.Client;

namespace Nots.Conformance.Tests.Orchestration;

public abstract class TimerSuite(IBackendFactory factory) : OrchestrationSuite(factory)
{
    [Fact]
    public async Task A_timer_fires_when_its_time_has_come_and_not_before()
    {
        var sleeps = Define<TimeSpan, TimeSpan>("sleeps", async (context, time) =>
        {
            var start = context.CurrentUtcDateTime;
            await context.CreateTimer(start.Add(time), CancellationToken.None);
            return context.CurrentUtcDateTime - start;
        });
        await StartBackendAsync();
        await ScheduleAsync(sleeps, "one", Minutes(3));

        await PassAsync("one", Minutes(2));
        Assert.Equal(OrchestrationRuntimeStatus.Running, (await RunningAsync("one")).RuntimeStatus);
        await PassAsync("one", Minutes(1));

        AssertWaited(Minutes(3), (await EndedAsync("one")).ReadOutputAs<TimeSpan>());
    }

    [Fact]
    public async Task A_time_that_has_passed_is_not_waited_for()
    {
        var hurries = Define<string, string>("hurries", async (context, input) =>
        {
            await context.CreateTimer(context.CurrentUtcDateTime.AddSeconds(-1), CancellationToken.None);
            return input;
        });
        await StartBackendAsync();

        await ScheduleAsync(hurries, "one", "awake");

        Assert.Equal("awake", (await EndedAsync("one")).ReadOutputAs<string>());
    }

    [Fact]
    public async Task A_cancelled_timer_is_a_cancelled_task_and_nothing_waits_for_it()
    {
        var cancels = Define<string, bool>("cancels", async (context, _) =>
        {
            using var cancellation = new CancellationTokenSource();
            var timer = context.CreateTimer(context.CurrentUtcDateTime.AddYears(1), cancellation.Token);
            cancellation.Cancel();
            return timer.IsCanceled;
        });
        await StartBackendAsync();

        await ScheduleAsync(cancels, "one", "a");

        Assert.True((await EndedAsync("one")).ReadOutputAs<bool>());
    }

    [Fact]
    public async Task A_timer_that_comes_due_while_nothing_runs_fires_at_the_next_start()
    {
        var sleeps = Define<TimeSpan, string>("sleeps", async (context, time) =>
        {
            await context.CreateTimer(context.CurrentUtcDateTime.Add(time), CancellationToken.None);
            return "awake";
        });
        await StartBackendAsync();
        await ScheduleAsync(sleeps, "one", Minutes(2));
        await UntilAsync(async () => (await HistoryAsync("one")).OfType<TimerCreatedEvent>().Any(), () => "There is no timer.");

        await RestartBackendAsync(whileStopped: () => Advance(Minutes(2)));

        Assert.Equal("awake", (await EndedAsync("one")).ReadOutputAs<string>());
    }

    [Fact]
    public async Task A_timer_wins_against_an_event_that_comes_late()
    {
        var race = Define("race", Race);
        await StartBackendAsync();
        await ScheduleAsync(race, "one", Minutes(2));
        await SaidAsync("one", "racing");

        await PassAsync("one", Minutes(2));

        Assert.Equal("too late", (await EndedAsync("one")).ReadOutputAs<string>());
    }

    [Fact]
    public async Task An_event_wins_against_a_timer_that_is_long()
    {
        var race = Define("race", Race);
        await StartBackendAsync();
        await ScheduleAsync(race, "one", TimeSpan.FromDays(365));
        await SaidAsync("one", "racing");

        await RaiseAsync("one", "paid", "card");

        Assert.Equal("card", (await EndedAsync("one")).ReadOutputAs<string>());
    }
}
