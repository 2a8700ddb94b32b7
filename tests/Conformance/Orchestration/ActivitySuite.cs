using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Nots.Conformance.Tests.Orchestration;

public abstract class ActivitySuite(IBackendFactory factory) : OrchestrationSuite(factory)
{
    [Fact]
    public async Task Activities_run_one_after_the_other_and_give_their_results()
    {
        var sequence = Define<string, string>("sequence", async (context, input) =>
            await context.CallActivityAsync<string>(Work, await context.CallActivityAsync<string>(Work, input)));
        await StartBackendAsync();

        await ScheduleAsync(sequence, "one", "a");

        var ended = await EndedAsync("one");
        Assert.Equal(
            (OrchestrationRuntimeStatus.Completed, "sequence", "\"a\"", "\"a!!\""),
            (ended.RuntimeStatus, ended.Name, ended.SerializedInput, ended.SerializedOutput));
        Assert.Equal(["a", "a!"], World.Done);
    }

    [Fact]
    public async Task Activities_run_in_parallel()
    {
        var both = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        World.Work = async input =>
        {
            if (World.Done.Count == 2)
                both.TrySetResult();
            await both.Task;
            return input + "!";
        };
        var parallel = Define<int, string[]>("parallel", (context, count) =>
            Task.WhenAll(Enumerable.Range(1, count).Select(number => context.CallActivityAsync<string>(Work, $"{number}"))));
        await StartBackendAsync();

        await ScheduleAsync(parallel, "one", 2);

        Assert.Equal(["1!", "2!"], (await EndedAsync("one")).ReadOutputAs<string[]>()!);
    }

    [Fact]
    public async Task A_failed_activity_fails_its_step_with_what_went_wrong()
    {
        World.Work = _ => throw new InvalidOperationException("no taxi in sight");
        var catches = Define<string, string>("catches", async (context, input) =>
        {
            try
            {
                return await context.CallActivityAsync<string>(Work, input);
            }
            catch (TaskFailedException failed)
            {
                return $"{failed.TaskName}: {failed.FailureDetails.ErrorType}: {failed.FailureDetails.ErrorMessage}";
            }
        });
        await StartBackendAsync();

        await ScheduleAsync(catches, "one", "a");

        Assert.Equal("work: System.InvalidOperationException: no taxi in sight", (await EndedAsync("one")).ReadOutputAs<string>());
        Assert.Single(World.Done);
    }

    [Fact]
    public async Task An_activity_that_nobody_knows_fails_its_step()
    {
        var calls = Define<string, string>("calls", (context, input) => context.CallActivityAsync<string>("unknown", input));
        await StartBackendAsync();

        await ScheduleAsync(calls, "one", "a");

        var ended = await EndedAsync("one");
        Assert.Equal(OrchestrationRuntimeStatus.Failed, ended.RuntimeStatus);
        Assert.Contains("unknown", ended.FailureDetails?.ErrorMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_orchestrator_that_throws_fails_its_instance()
    {
        var throws = Define<string, string>("throws", (_, _) => throw new InvalidOperationException("out of fuel"));
        await StartBackendAsync();

        await ScheduleAsync(throws, "one", "a");

        var ended = await EndedAsync("one");
        Assert.Equal(OrchestrationRuntimeStatus.Failed, ended.RuntimeStatus);
        Assert.Equal("out of fuel", ended.FailureDetails?.ErrorMessage);
    }

    [Fact]
    public async Task An_orchestrator_that_nobody_knows_fails_its_instance_which_can_be_restarted_with_the_code()
    {
        await StartBackendAsync();
        await ScheduleAsync("later", "one", "a");
        var failed = await EndedAsync("one");
        Assert.Equal(OrchestrationRuntimeStatus.Failed, failed.RuntimeStatus);
        Assert.Contains("later", failed.FailureDetails?.ErrorMessage, StringComparison.Ordinal);

        Define<string, string>("later", (context, input) => context.CallActivityAsync<string>(Work, input));
        await RestartBackendAsync();
        await Client.RestartAsync("one", cancellation: Token);

        Assert.Equal("a!", (await StatusAsync("one", OrchestrationRuntimeStatus.Completed)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task A_result_of_half_a_megabyte_comes_through()
    {
        World.Work = _ => Task.FromResult(new string('x', 512 * 1024));
        var measures = Define<string, int>("measures", async (context, input) => (await context.CallActivityAsync<string>(Work, input)).Length);
        await StartBackendAsync();

        await ScheduleAsync(measures, "one", "a");

        Assert.Equal(512 * 1024, (await EndedAsync("one")).ReadOutputAs<int>());
    }
}
