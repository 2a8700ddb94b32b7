using DurableTask.Core.History;
using Microsoft.DurableTask.Client;
using Nots.Durable.Tests.Support;

namespace Nots.Durable.Tests;

public sealed class ClockGoesBackTest
{
    [Fact]
    public async Task A_timer_fires_when_the_clock_shows_its_time_again()
    {
        await using var host = new BackendHost();
        var clock = new AdjustableClock(host.Time);
        host.Clock = clock;
        host.Define<string, DateTime>("sleeps", async (context, _) =>
        {
            await context.CreateTimer(context.CurrentUtcDateTime.AddMinutes(15), CancellationToken.None);
            return context.CurrentUtcDateTime;
        });
        await host.StartAsync();
        var due = clock.GetUtcNow().AddMinutes(15).UtcDateTime;
        await host.ScheduleAsync("sleeps", "one", "a");
        await host.HistoryAsync("one", EventType.TimerCreated);

        clock.SetBackBy = TimeSpan.FromHours(1);
        host.Time.Advance(TimeSpan.FromMinutes(74));
        Assert.Equal(OrchestrationRuntimeStatus.Running, (await host.Client.GetInstanceAsync("one", BackendHost.Token))!.RuntimeStatus);
        host.Time.Advance(TimeSpan.FromMinutes(2));

        Assert.True((await host.EndedAsync("one")).ReadOutputAs<DateTime>() >= due);
    }

    [Fact]
    public async Task Instances_are_listed_in_the_order_in_which_they_were_started()
    {
        await using var host = new BackendHost();
        var clock = new AdjustableClock(host.Time);
        host.Clock = clock;
        host.Define<string, string>("ends", (_, input) => Task.FromResult(input));
        await host.StartAsync();
        await host.ScheduleAsync("ends", "older", "a");
        clock.SetBackBy = TimeSpan.FromHours(2);
        await host.ScheduleAsync("ends", "newer", "a");

        var listed = await host.Client.GetAllInstancesAsync().Select(instance => instance.InstanceId).ToListAsync(BackendHost.Token);

        Assert.Equal(["newer", "older"], listed);
    }
}
