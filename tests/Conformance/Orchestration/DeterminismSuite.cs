using DurableTask.Core.History;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Nots.Conformance.Tests.Orchestration;

public abstract class DeterminismSuite(IBackendFactory factory) : OrchestrationSuite(factory)
{
    private sealed record Seen(Guid First, Guid Second, DateTime At, bool WasReplaying);

    [Fact]
    public async Task Clock_and_guids_are_the_same_on_replay()
    {
        var all = new List<Seen>();
        var looks = Define<string, string>("looks", async (context, _) =>
        {
            var seen = new Seen(context.NewGuid(), context.NewGuid(), context.CurrentUtcDateTime, context.IsReplaying);
            lock (all)
                all.Add(seen);
            return await context.WaitForExternalEvent<string>("go");
        });
        await StartBackendAsync();
        var before = Now;
        await ScheduleAsync(looks, "one", "a");
        await RunningAsync("one");
        var after = Now;
        Advance(TimeSpan.FromHours(1));

        await RestartBackendAsync();
        await RaiseAsync("one", "go", "");
        await EndedAsync("one");

        Assert.Equal([false, true], all.Select(seen => seen.WasReplaying));
        Assert.Equal(all[0], all[1] with { WasReplaying = false });
        Assert.NotEqual(all[0].First, all[0].Second);
        Assert.InRange(all[0].At, before.UtcDateTime, after.UtcDateTime);
    }

    [Fact]
    public async Task Two_instances_have_different_guids()
    {
        var looks = Define<string, Guid>("looks", (context, _) => Task.FromResult(context.NewGuid()));
        await StartBackendAsync();

        await ScheduleAsync(looks, "one", "a");
        await ScheduleAsync(looks, "two", "a");

        Assert.NotEqual((await EndedAsync("one")).SerializedOutput, (await EndedAsync("two")).SerializedOutput);
    }

    [Fact]
    public async Task The_custom_status_is_seen_while_the_instance_waits_and_after_a_restart()
    {
        var tells = Define<string, string>("tells", async (context, _) =>
        {
            context.SetCustomStatus("driver assignment");
            return await context.WaitForExternalEvent<string>("go");
        });
        await StartBackendAsync();
        await ScheduleAsync(tells, "one", "a");

        await SaidAsync("one", "driver assignment");
        await RestartBackendAsync();

        Assert.Equal("driver assignment", (await GetAsync("one"))!.ReadCustomStatusAs<string>());
    }

    [Fact]
    public async Task The_history_tells_what_happened()
    {
        var works = Define<string, string>("works", (context, input) => context.CallActivityAsync<string>(Work, input));
        await StartBackendAsync();
        await ScheduleAsync(works, "one", "a");
        await EndedAsync("one");

        var history = await HistoryAsync("one");

        Assert.Contains(history, happened => happened is ExecutionStartedEvent { Name: "works", Input: "\"a\"" });
        Assert.Contains(history, happened => happened is TaskScheduledEvent { Name: "work" });
        Assert.Contains(history, happened => happened is TaskCompletedEvent { Result: "\"a!\"" });
        Assert.Contains(history, happened => happened is ExecutionCompletedEvent { Result: "\"a!\"" });
    }

    /// <summary>Each is what a new version of an orchestrator may do to a history of the one before.</summary>
    public static TheoryData<string> Changes => ["another activity", "a timer instead", "no step at all", "a child instead"];

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task An_orchestrator_that_does_not_fit_its_history_fails_and_can_be_restarted(string change)
    {
        var versioned = Define<string, string>("versioned", async (context, input) =>
            await context.CallActivityAsync<string>(Work, input) + await context.WaitForExternalEvent<string>("go"));
        await StartBackendAsync();
        await ScheduleAsync(versioned, "one", "a");
        await UntilAsync(
            async () => (await HistoryAsync("one")).OfType<TaskCompletedEvent>().Any(), () => "The activity has not ended.");

        var turns = 0;
        Define<string, string>("versioned", async (context, input) =>
        {
            Interlocked.Increment(ref turns);
            await TakeAnotherStepAsync(context, change);
            return await context.WaitForExternalEvent<string>("go");
        });
        await RestartBackendAsync();
        await RaiseAsync("one", "go", "?");

        var failed = await EndedAsync("one");
        Assert.Equal(OrchestrationRuntimeStatus.Failed, failed.RuntimeStatus);
        Assert.Contains("NonDeterministic", failed.FailureDetails?.ErrorType, StringComparison.Ordinal);
        Assert.NotEqual("", failed.FailureDetails?.ErrorMessage);
        Assert.Equal(1, turns);

        Define<string, string>("versioned", (context, input) => context.CallActivityAsync<string>(Work, input + "b"));
        await RestartBackendAsync();
        await Client.RestartAsync("one", cancellation: Token);
        Assert.Equal("ab!", (await StatusAsync("one", OrchestrationRuntimeStatus.Completed)).ReadOutputAs<string>());
    }

    private static Task TakeAnotherStepAsync(TaskOrchestrationContext context, string change) => change switch
    {
        "another activity" => context.CallActivityAsync<string>("other", "a"),
        "a timer instead" => context.CreateTimer(TimeSpan.FromMinutes(1), CancellationToken.None),
        "a child instead" => context.CallSubOrchestratorAsync<string>("other", "a"),
        _ => Task.CompletedTask,
    };
}
