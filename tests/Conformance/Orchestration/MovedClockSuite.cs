using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Nots.Conformance.Tests.Orchestration;

/// <summary>What only months would show: for backends that go by a clock which a test can move.</summary>
public abstract class MovedClockSuite(IBackendFactory factory) : OrchestrationSuite(factory)
{
    [Fact]
    public async Task A_timer_of_a_year_fires_after_a_year_whatever_happens_meanwhile()
    {
        var sleeps = Define<string, DateTime>("sleeps", async (context, _) =>
        {
            await context.CreateTimer(context.CurrentUtcDateTime.AddDays(365), CancellationToken.None);
            return context.CurrentUtcDateTime;
        });
        await StartBackendAsync();
        var start = Now;
        await ScheduleAsync(sleeps, "one", "a");

        await PassAsync("one", TimeSpan.FromDays(200));
        await RestartBackendAsync();
        await PassAsync("one", TimeSpan.FromDays(164));
        Assert.Equal(OrchestrationRuntimeStatus.Running, (await GetAsync("one"))!.RuntimeStatus);
        await RestartBackendAsync(whileStopped: () => Advance(TimeSpan.FromDays(1)));

        Assert.Equal(start.AddDays(365).UtcDateTime, (await EndedAsync("one")).ReadOutputAs<DateTime>());
    }

    [Fact]
    public async Task An_instance_that_is_to_start_later_starts_then()
    {
        var tells = Define<string, DateTime>("tells", (context, _) => Task.FromResult(context.CurrentUtcDateTime));
        await StartBackendAsync();
        var due = Now.AddDays(1);
        await Client.ScheduleNewOrchestrationInstanceAsync(tells, "a", new StartOrchestrationOptions("one", due), Token);

        Advance(TimeSpan.FromHours(23));
        Assert.Equal(OrchestrationRuntimeStatus.Pending, (await GetAsync("one"))!.RuntimeStatus);
        Advance(TimeSpan.FromHours(1));

        Assert.Equal(due.UtcDateTime, (await EndedAsync("one")).ReadOutputAs<DateTime>());
    }
}
