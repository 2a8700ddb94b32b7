using DurableTask.Core.History;
using Microsoft.DurableTask;
using Nots.Durable.Tests.Support;

namespace Nots.Durable.Tests;

public sealed class RetryWithBackOffAcrossCrashTest
{
    [Fact]
    public async Task The_number_of_tries_and_the_time_of_the_next_survive_a_crash()
    {
        await using var host = new BackendHost();
        host.World.Work = _ => throw new TimeoutException("busy");
        host.Define<string, string>("patient", (context, input) => context.CallActivityAsync<string>(
            World.Activity, input, TaskOptions.FromRetryPolicy(new RetryPolicy(3, TimeSpan.FromMinutes(1), backoffCoefficient: 10))));
        await host.StartAsync();
        await host.ScheduleAsync("patient", "one", "a");
        await host.HistoryAsync("one", EventType.TimerCreated, 1);
        host.Time.Advance(TimeSpan.FromMinutes(1));
        await host.HistoryAsync("one", EventType.TimerCreated, 2);

        await host.CrashAsync();
        host.Time.Advance(TimeSpan.FromMinutes(9));
        Assert.Equal(2, host.World.Count("a"));
        host.Time.Advance(TimeSpan.FromMinutes(1));

        Assert.Contains("busy", (await host.EndedAsync("one")).FailureDetails?.ErrorMessage, StringComparison.Ordinal);
        Assert.Equal(3, host.World.Count("a"));
    }
}
