using DurableTask.Core;
using DurableTask.Core.History;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Nots.Durable.Tests.Support;

namespace Nots.Durable.Tests;

public sealed class LongTimerTest
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_timer_of_a_year_fires_when_it_is_due_and_not_before(bool crash)
    {
        await using var host = new BackendHost();
        host.Define<string, DateTime>("sleeps", async (context, _) =>
        {
            await context.CreateTimer(TimeSpan.FromDays(365), CancellationToken.None);
            return context.CurrentUtcDateTime;
        });
        await host.StartAsync();
        var due = host.Time.GetUtcNow().AddDays(365);
        await host.ScheduleAsync("sleeps", "one");
        await host.HistoryAsync("one", EventType.TimerCreated);
        if (crash)
            await host.CrashAsync();

        // The SDK makes a long timer of several of three days each.
        for (var timers = 1; host.Time.GetUtcNow() < due.AddDays(-1); timers++)
        {
            await host.HistoryAsync("one", EventType.TimerCreated, timers);
            Assert.Equal(OrchestrationRuntimeStatus.Running, (await host.Client.GetInstanceAsync("one", BackendHost.Token))!.RuntimeStatus);
            host.Time.Advance(TimeSpan.FromDays(3));
        }

        Assert.True((await host.EndedAsync("one")).ReadOutputAs<DateTime>() >= due.UtcDateTime);
    }

    [Fact]
    public async Task A_scheduled_start_waits_for_its_time_and_finds_what_came_before_it()
    {
        await using var host = new BackendHost();
        host.Define<string, string>("waits", Workflows.WaitAsync);
        await host.StartAsync();
        var at = host.Time.GetUtcNow().AddYears(2);
        await host.Client.ScheduleNewOrchestrationInstanceAsync("waits", "", new StartOrchestrationOptions("one", at), BackendHost.Token);
        await host.Client.RaiseEventAsync("one", "go", "early", BackendHost.Token);
        await host.CrashAsync();
        Assert.Equal(OrchestrationRuntimeStatus.Pending, (await host.Client.GetInstanceAsync("one", BackendHost.Token))!.RuntimeStatus);
        Assert.Equal(2, Database.Count(host, "messages"));

        host.Time.SetUtcNow(at);

        Assert.Equal("\"early\"", (await host.EndedAsync("one")).SerializedOutput);
        Assert.Equal([EventType.ExecutionStarted, EventType.EventRaised, EventType.ExecutionCompleted], await host.TypesAsync("one"));
    }

    [Fact]
    public async Task A_scheduled_start_can_be_called_off()
    {
        await using var host = new BackendHost();
        host.Define<string, string>("waits", Workflows.WaitAsync);
        await host.StartAsync();
        await host.Client.ScheduleNewOrchestrationInstanceAsync(
            "waits", "", new StartOrchestrationOptions("one", host.Time.GetUtcNow().AddMinutes(5)), BackendHost.Token);

        await host.Client.TerminateInstanceAsync("one", "no", BackendHost.Token);
        host.Time.Advance(TimeSpan.FromMinutes(10));

        Assert.Equal(OrchestrationRuntimeStatus.Terminated, (await host.EndedAsync("one")).RuntimeStatus);
        Assert.Equal(0, Database.Count(host, "messages"));
    }

    [Fact]
    public async Task Whoever_waits_for_the_end_is_told_at_once_and_after_the_time_given()
    {
        await using var host = new BackendHost();
        host.Define<string, string>("waits", Workflows.WaitAsync);
        await host.StartAsync();
        await host.ScheduleAsync("waits", "one");

        var inTime = host.Service.WaitForOrchestrationAsync("one", null, TimeSpan.FromMinutes(5), BackendHost.Token);
        var tooShort = host.Service.WaitForOrchestrationAsync("one", null, TimeSpan.FromMinutes(1), BackendHost.Token);
        host.Time.Advance(TimeSpan.FromMinutes(2));
        Assert.Null(await tooShort);
        await host.Client.RaiseEventAsync("one", "go", "gone", BackendHost.Token);

        Assert.Equal(OrchestrationStatus.Completed, (await inTime)!.OrchestrationStatus);
        Assert.NotNull(await host.Service.WaitForOrchestrationAsync("one", null, TimeSpan.MaxValue, BackendHost.Token));
    }
}
