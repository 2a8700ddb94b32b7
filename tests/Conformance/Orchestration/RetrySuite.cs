using DurableTask.Core.History;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Nots.Conformance.Tests.Orchestration;

public abstract class RetrySuite(IBackendFactory factory) : OrchestrationSuite(factory)
{
    private TaskOptions Patient => TaskOptions.FromRetryPolicy(new RetryPolicy(3, Minutes(1), backoffCoefficient: 2));

    [Fact]
    public async Task A_failing_activity_is_tried_again_after_growing_waits()
    {
        FailsUntilCall(3);
        var patient = Define<string, TimeSpan>("patient", async (context, input) =>
        {
            var start = context.CurrentUtcDateTime;
            await context.CallActivityAsync<string>(Work, input, Patient);
            return context.CurrentUtcDateTime - start;
        });
        await StartBackendAsync();
        await ScheduleAsync(patient, "one", "a");

        await PassAsync("one", Minutes(1));
        await WorkedAsync("a", times: 2);
        await PassAsync("one", Minutes(2));

        AssertWaited(Minutes(3), (await EndedAsync("one")).ReadOutputAs<TimeSpan>(), timers: 2);
        Assert.Equal(3, World.Count("a"));
    }

    [Fact]
    public async Task An_activity_that_always_fails_ends_in_a_failed_step()
    {
        World.Work = _ => throw new TimeoutException("busy");
        var patient = Define<string, string>("patient", (context, input) => context.CallActivityAsync<string>(Work, input, Patient));
        await StartBackendAsync();
        await ScheduleAsync(patient, "one", "a");

        await PassAsync("one", Minutes(1));
        await WorkedAsync("a", times: 2);
        await PassAsync("one", Minutes(2));

        var ended = await EndedAsync("one");
        Assert.Equal(OrchestrationRuntimeStatus.Failed, ended.RuntimeStatus);
        Assert.Contains("busy", ended.FailureDetails?.ErrorMessage, StringComparison.Ordinal);
        Assert.Equal(3, World.Count("a"));
    }

    /// <summary>DurableTask.Core looks at the time when a try has failed; the try after the wait that it then begins is the last one.</summary>
    [Fact]
    public async Task No_wait_for_another_try_begins_after_the_policys_time_is_over()
    {
        World.Work = _ => throw new TimeoutException("busy");
        var policy = new RetryPolicy(20, Minutes(2), retryTimeout: Minutes(3));
        var hurried = Define<string, string>("hurried", (context, input) => context.CallActivityAsync<string>(Work, input, TaskOptions.FromRetryPolicy(policy)));
        await StartBackendAsync();
        await ScheduleAsync(hurried, "one", "a");

        await PassAsync("one", Minutes(2));
        await WorkedAsync("a", times: 2);
        await PassAsync("one", Minutes(2));

        Assert.Equal(OrchestrationRuntimeStatus.Failed, (await EndedAsync("one")).RuntimeStatus);
        Assert.InRange(World.Count("a"), 2, 5);
    }

    [Fact]
    public async Task The_count_of_tries_and_the_next_one_survive_a_restart()
    {
        FailsUntilCall(3);
        var patient = Define<string, string>("patient", (context, input) => context.CallActivityAsync<string>(Work, input, Patient));
        await StartBackendAsync();
        await ScheduleAsync(patient, "one", "a");
        await PassAsync("one", Minutes(1));
        await UntilAsync(async () => (await HistoryAsync("one")).OfType<TimerCreatedEvent>().Count() == 2, () => "There is no second timer.");

        await RestartBackendAsync();
        await PassAsync("one", Minutes(2));

        Assert.Equal("done", (await EndedAsync("one")).ReadOutputAs<string>());
        Assert.Equal(3, World.Count("a"));
    }

    [Fact]
    public async Task A_failed_child_is_run_again_by_policy()
    {
        FailsUntilCall(2);
        var child = Define<string, string>("child", (context, input) => context.CallActivityAsync<string>(Work, input));
        var parent = Define<string, string>("parent", (context, input) => context.CallSubOrchestratorAsync<string>(child, input, Patient));
        await StartBackendAsync();
        await ScheduleAsync(parent, "one", "a");

        await PassAsync("one", Minutes(1));

        Assert.Equal("done", (await EndedAsync("one")).ReadOutputAs<string>());
    }

    private void FailsUntilCall(int successful) =>
        World.Work = input => World.Count(input) < successful ? throw new TimeoutException("busy") : Task.FromResult("done");
}
