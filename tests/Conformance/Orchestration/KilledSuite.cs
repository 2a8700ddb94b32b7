namespace Nots.Conformance.Tests.Orchestration;

/// <summary>
/// For backends that can be killed in this process. With others a killed worker would go on renewing its locks; they are tried with
/// processes that are killed (tests/LocalHost).
/// </summary>
public abstract class KilledSuite(IBackendFactory factory) : OrchestrationSuite(factory)
{
    [Fact]
    public async Task An_activity_that_was_running_is_run_again_and_the_ones_before_it_are_not()
    {
        World.Work = async input =>
        {
            if (World.Count("second") == 1)
                await Task.Delay(Timeout.Infinite, Token);
            return input + "!";
        };
        var twice = Define<string, string>("twice", async (context, _) =>
            await context.CallActivityAsync<string>(Work, "first") + await context.CallActivityAsync<string>(Work, "second"));
        await StartBackendAsync();
        await ScheduleAsync(twice, "one", "a");
        await WorkedAsync("second", times: 1);

        await KillAndStartBackendAsync();

        Assert.Equal("first!second!", (await EndedAsync("one")).ReadOutputAs<string>());
        Assert.Equal(["first", "second", "second"], World.Done);
    }

    [Fact]
    public async Task The_outcome_of_a_killed_workers_activity_is_not_taken()
    {
        var late = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        World.Work = async input =>
        {
            if (World.Count(input) > 1)
                return "in time";
            await late.Task;
            return "late";
        };
        var works = Define<string, string>("works", (context, input) => context.CallActivityAsync<string>(Work, input));
        await StartBackendAsync();
        await ScheduleAsync(works, "one", "a");
        await WorkedAsync("a", times: 1);

        await KillAndStartBackendAsync();
        await WorkedAsync("a", times: 2);
        late.SetResult();

        Assert.Equal("in time", (await EndedAsync("one")).ReadOutputAs<string>());
    }
}
