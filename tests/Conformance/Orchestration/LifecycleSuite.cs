using DurableTask.Core.Exceptions;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Nots.Conformance.Tests.Orchestration;

public abstract class LifecycleSuite(IBackendFactory factory) : OrchestrationSuite(factory)
{
    [Fact]
    public async Task A_live_instance_is_not_replaced()
    {
        var waits = Define<string, string>("waits", WaitAsync);
        await StartBackendAsync();
        await ScheduleAsync(waits, "one", "first");

        await Assert.ThrowsAsync<OrchestrationAlreadyExistsException>(() => ScheduleAsync(waits, "one", "second"));

        await RaiseAsync("one", "go", "gone");
        Assert.Equal("first", (await EndedAsync("one")).ReadInputAs<string>());
    }

    [Fact]
    public async Task An_instance_that_has_ended_is_replaced_unless_its_status_is_one_to_keep()
    {
        var ends = Define<string, string>("ends", (_, input) => Task.FromResult(input));
        await StartBackendAsync();
        await ScheduleAsync(ends, "one", "first");
        await EndedAsync("one");

        await Assert.ThrowsAsync<OrchestrationAlreadyExistsException>(() => Client.ScheduleNewOrchestrationInstanceAsync(
            ends, "second", new StartOrchestrationOptions("one").WithDedupeStatuses(OrchestrationRuntimeStatus.Completed), Token));
        await ScheduleAsync(ends, "one", "third");

        Assert.Equal("third", (await UntilAsync("one", instance => instance.IsCompleted && instance.ReadInputAs<string>() == "third")).ReadOutputAs<string>());
    }

    [Fact]
    public async Task A_suspended_instance_keeps_its_events_and_timers_until_it_is_resumed()
    {
        var waits = Define<string, string>("waits", async (context, _) =>
        {
            var timer = context.CreateTimer(Minutes(1), CancellationToken.None);
            var letter = context.WaitForExternalEvent<string>("letter");
            context.SetCustomStatus("waiting");
            await Task.WhenAll(timer, letter);
            return await letter;
        });
        await StartBackendAsync();
        await ScheduleAsync(waits, "one", "a");
        await SaidAsync("one", "waiting");

        await Client.SuspendInstanceAsync("one", "an inspection", Token);
        await StatusAsync("one", OrchestrationRuntimeStatus.Suspended);
        await RaiseAsync("one", "letter", "read");
        await RestartBackendAsync(whileStopped: () => Advance(Minutes(2)));
        await StatusAsync("one", OrchestrationRuntimeStatus.Suspended);
        await Client.ResumeInstanceAsync("one", "all well", Token);

        Assert.Equal("read", (await EndedAsync("one")).ReadOutputAs<string>());
    }

    [Fact]
    public async Task An_activity_that_ends_while_its_instance_is_suspended_is_not_run_again()
    {
        var go = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        World.Work = async input =>
        {
            await go.Task;
            return input + "!";
        };
        var works = Define<string, string>("works", (context, input) => context.CallActivityAsync<string>(Work, input));
        await StartBackendAsync();
        await ScheduleAsync(works, "one", "a");
        await WorkedAsync("a", times: 1);
        await Client.SuspendInstanceAsync("one", "an inspection", Token);
        await StatusAsync("one", OrchestrationRuntimeStatus.Suspended);

        go.SetResult();
        await Client.ResumeInstanceAsync("one", "all well", Token);

        Assert.Equal("a!", (await EndedAsync("one")).ReadOutputAs<string>());
        Assert.Equal(1, World.Count("a"));
    }

    [Fact]
    public async Task A_control_that_is_given_twice_or_for_nothing_does_no_harm()
    {
        var waits = Define<string, string>("waits", WaitAsync);
        await StartBackendAsync();
        await ScheduleAsync(waits, "one", "a");
        await RunningAsync("one");

        await Client.ResumeInstanceAsync("one", "not suspended", Token);
        await Client.SuspendInstanceAsync("one", "an inspection", Token);
        await Client.SuspendInstanceAsync("one", "an inspection", Token);
        await StatusAsync("one", OrchestrationRuntimeStatus.Suspended);
        await Client.ResumeInstanceAsync("one", "all well", Token);
        await Client.ResumeInstanceAsync("one", "all well", Token);
        await RunningAsync("one");
        await RaiseAsync("one", "go", "gone");

        Assert.Equal("gone", (await EndedAsync("one")).ReadOutputAs<string>());
    }

    [Fact]
    public async Task A_terminated_instance_takes_nothing_more()
    {
        var waits = Define<string, string>("waits", WaitAsync);
        await StartBackendAsync();
        await ScheduleAsync(waits, "one", "a");
        await ScheduleAsync(waits, "two", "a");
        await RunningAsync("one");

        await Client.TerminateInstanceAsync("one", "enough", Token);
        var ended = await EndedAsync("one");
        Assert.Equal((OrchestrationRuntimeStatus.Terminated, "enough"), (ended.RuntimeStatus, ended.ReadOutputAs<string>()));
        await RaiseAsync("one", "go", "gone");
        await Client.SuspendInstanceAsync("one", "enough", Token);
        await Client.TerminateInstanceAsync("one", "enough", Token);

        await RaiseAsync("two", "go", "gone");
        await EndedAsync("two");
        Assert.Equal(OrchestrationRuntimeStatus.Terminated, (await GetAsync("one"))!.RuntimeStatus);
    }

    [Fact]
    public async Task A_suspended_instance_can_be_terminated()
    {
        var waits = Define<string, string>("waits", WaitAsync);
        await StartBackendAsync();
        await ScheduleAsync(waits, "one", "a");
        await RunningAsync("one");
        await Client.SuspendInstanceAsync("one", "an inspection", Token);
        await StatusAsync("one", OrchestrationRuntimeStatus.Suspended);

        await Client.TerminateInstanceAsync("one", "enough", Token);

        Assert.Equal(OrchestrationRuntimeStatus.Terminated, (await EndedAsync("one")).RuntimeStatus);
    }

    [Fact]
    public async Task A_restarted_instance_runs_again_from_the_beginning_with_its_input()
    {
        var works = Define<string, string>("works", (context, input) => context.CallActivityAsync<string>(Work, input));
        await StartBackendAsync();
        await ScheduleAsync(works, "one", "a");
        await EndedAsync("one");

        await Client.RestartAsync("one", cancellation: Token);

        await WorkedAsync("a", times: 2);
        var ended = await EndedAsync("one");
        Assert.Equal((OrchestrationRuntimeStatus.Completed, "\"a!\""), (ended.RuntimeStatus, ended.SerializedOutput));
    }

    [Fact]
    public async Task A_live_instance_is_neither_restarted_nor_purged()
    {
        var waits = Define<string, string>("waits", WaitAsync);
        await StartBackendAsync();
        await ScheduleAsync(waits, "one", "a");
        await RunningAsync("one");

        await Assert.ThrowsAnyAsync<Exception>(() => Client.RestartAsync("one", cancellation: Token));
        await PurgesNothingAsync("one");

        await RaiseAsync("one", "go", "gone");
        Assert.Equal("gone", (await EndedAsync("one")).ReadOutputAs<string>());
    }

    [Fact]
    public async Task A_purged_instance_is_forgotten_and_its_id_is_free()
    {
        var ends = Define<string, string>("ends", (_, input) => Task.FromResult(input));
        await StartBackendAsync();
        await ScheduleAsync(ends, "one", "first");
        await EndedAsync("one");

        Assert.Equal(1, (await Client.PurgeInstanceAsync("one", Token)).PurgedInstanceCount);

        Assert.Null(await GetAsync("one"));
        await HasNoHistoryAsync("one");
        Assert.Equal(0, (await Client.PurgeInstanceAsync("one", Token)).PurgedInstanceCount);
        await Assert.ThrowsAsync<ArgumentException>(() => Client.RestartAsync("one", cancellation: Token));
        await ScheduleAsync(ends, "one", "second");
        Assert.Equal("second", (await EndedAsync("one")).ReadOutputAs<string>());
    }

    /// <summary>Clients differ in whether they refuse, or say that they have purged none.</summary>
    private async Task PurgesNothingAsync(string instanceId)
    {
        try
        {
            Assert.Equal(0, (await Client.PurgeInstanceAsync(instanceId, Token)).PurgedInstanceCount);
        }
        catch (InvalidOperationException)
        {
            // Refused.
        }
    }

    /// <summary>Clients differ in whether they refuse, or tell an empty one.</summary>
    private async Task HasNoHistoryAsync(string instanceId)
    {
        try
        {
            Assert.Empty(await HistoryAsync(instanceId));
        }
        catch (ArgumentException)
        {
            // Refused.
        }
    }

    private static Task<string> WaitAsync(TaskOrchestrationContext context, string input) => context.WaitForExternalEvent<string>("go");
}
