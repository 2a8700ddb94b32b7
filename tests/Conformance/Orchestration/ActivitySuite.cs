using Nots.Application.Orchestration;

namespace Nots.Conformance.Tests.Orchestration;

public abstract class ActivitySuite(IOrchestrationEngineFactory factory) : OrchestrationSuite(factory)
{
    [Fact]
    public async Task Activities_run_one_after_the_other_and_give_their_results()
    {
        var orchestration = Define<string, string>("sequence", async (context, input) =>
        {
            var first = await context.CallActivityAsync(ScriptedActivity.Name, input);
            return await context.CallActivityAsync(ScriptedActivity.Name, first);
        });
        await StartEngineAsync();

        Assert.True(await Client.StartAsync(orchestration, "one", "a", Token));

        var ended = await EndedAsync("one");
        Assert.Equal((OrchestrationStatus.Completed, "\"a!!\"", "\"a\""), (ended.Status, ended.Output, ended.Input));
        Assert.Equal(["a", "a!"], World.Done);
    }

    [Fact]
    public async Task Activities_run_in_parallel()
    {
        var both = new TaskCompletionSource();
        var running = 0;
        World.Work = async (input, _) =>
        {
            if (Interlocked.Increment(ref running) == 2)
                both.SetResult();
            await both.Task;
            return input + "!";
        };
        var orchestration = Define<int, string[]>("parallel", (context, count) =>
            Task.WhenAll(Enumerable.Range(1, count).Select(number => context.CallActivityAsync(ScriptedActivity.Name, $"{number}"))));
        await StartEngineAsync();

        await Client.StartAsync(orchestration, "one", 2, Token);

        Assert.Equal("""["1!","2!"]""", (await EndedAsync("one")).Output);
    }

    [Fact]
    public async Task A_failed_activity_fails_the_step_with_what_went_wrong()
    {
        World.Work = (_, _) => throw new InvalidOperationException("no taxi in sight");
        var orchestration = Define<string, string>("catches", async (context, input) =>
        {
            try
            {
                return await context.CallActivityAsync(ScriptedActivity.Name, input);
            }
            catch (ActivityFailedException failed)
            {
                return $"{failed.Activity}: {failed.Failure.ErrorType}: {failed.Failure.Message}";
            }
        });
        await StartEngineAsync();

        await Client.StartAsync(orchestration, "one", "a", Token);

        Assert.Equal("\"work: System.InvalidOperationException: no taxi in sight\"", (await EndedAsync("one")).Output);
        Assert.Single(World.Done);
    }

    [Fact]
    public async Task An_orchestrator_that_throws_fails_its_instance()
    {
        var orchestration = Define<string, string>("throws", (_, _) => throw new InvalidOperationException("out of fuel"));
        await StartEngineAsync();

        await Client.StartAsync(orchestration, "one", "a", Token);

        var ended = await EndedAsync("one");
        Assert.Equal(OrchestrationStatus.Failed, ended.Status);
        Assert.Equal("out of fuel", ended.Failure?.Message);
        Assert.Null(ended.Output);
    }
}
