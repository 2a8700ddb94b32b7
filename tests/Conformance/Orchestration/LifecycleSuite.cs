using Nots.Application.Orchestration;

namespace Nots.Conformance.Tests.Orchestration;

public abstract class LifecycleSuite(IOrchestrationEngineFactory factory) : OrchestrationSuite(factory)
{
    [Fact]
    public async Task A_second_start_with_the_same_id_changes_nothing()
    {
        var orchestration = Define<string, string>("waits", WaitAsync);
        await StartEngineAsync();
        Assert.True(await Client.StartAsync(orchestration, "one", "first", Token));

        Assert.False(await Client.StartAsync(orchestration, "one", "second", Token));

        await Client.RaiseEventAsync("one", "go", "gone", Token);
        Assert.Equal("\"first\"", (await EndedAsync("one")).Input);
        Assert.False(await Client.StartAsync(orchestration, "one", "third", Token));
    }

    [Fact]
    public async Task An_activity_that_ends_while_its_instance_is_suspended_is_not_run_again()
    {
        var go = new TaskCompletionSource();
        World.Work = async (input, _) =>
        {
            await go.Task;
            return input + "!";
        };
        var orchestration = Define<string, string>("works", (context, input) => context.CallActivityAsync(ScriptedActivity.Name, input));
        await StartEngineAsync();
        await Client.StartAsync(orchestration, "one", "a", Token);
        await UntilAsync(() => Task.FromResult(World.Count("a") == 1));
        await Client.SuspendAsync("one", "an inspection", Token);

        go.SetResult();
        await Client.ResumeAsync("one", "all well", Token);

        Assert.Equal("\"a!\"", (await EndedAsync("one")).Output);
        Assert.Equal(1, World.Count("a"));
    }

    [Fact]
    public async Task Only_a_suspended_instance_is_resumed()
    {
        var orchestration = Define<string, string>("waits", WaitAsync);
        await StartEngineAsync();
        await Client.StartAsync(orchestration, "one", "a", Token);

        Assert.False(await Client.ResumeAsync("one", "all well", Token));
        Assert.False(await Client.ResumeAsync("nobody", "all well", Token));
    }

    [Fact]
    public async Task A_terminated_instance_takes_nothing_more()
    {
        var orchestration = Define<string, string>("waits", WaitAsync);
        await StartEngineAsync();
        await Client.StartAsync(orchestration, "one", "a", Token);

        Assert.True(await Client.TerminateAsync("one", "enough", Token));

        Assert.Equal(OrchestrationStatus.Terminated, (await EndedAsync("one")).Status);
        Assert.False(await Client.RaiseEventAsync("one", "go", "gone", Token));
        Assert.False(await Client.SuspendAsync("one", "enough", Token));
        Assert.False(await Client.TerminateAsync("one", "enough", Token));
    }

    [Fact]
    public async Task A_restarted_instance_runs_again_from_the_beginning_with_its_input()
    {
        var orchestration = Define<string, string>("works", (context, input) => context.CallActivityAsync(ScriptedActivity.Name, input));
        await StartEngineAsync();
        await Client.StartAsync(orchestration, "one", "a", Token);
        await EndedAsync("one");

        Assert.True(await Client.RestartAsync("one", Token));

        await UntilAsync(() => Task.FromResult(World.Count("a") == 2));
        var ended = await EndedAsync("one");
        Assert.Equal((OrchestrationStatus.Completed, "\"a!\""), (ended.Status, ended.Output));
    }

    [Fact]
    public async Task A_live_instance_is_neither_restarted_nor_purged()
    {
        var orchestration = Define<string, string>("waits", WaitAsync);
        await StartEngineAsync();
        await Client.StartAsync(orchestration, "one", "a", Token);

        Assert.False(await Client.RestartAsync("one", Token));
        Assert.False(await Client.PurgeAsync("one", Token));
    }

    [Fact]
    public async Task A_purged_instance_is_forgotten_and_its_id_is_free()
    {
        var orchestration = Define<string, string>("ends", (_, input) => Task.FromResult(input));
        await StartEngineAsync();
        await Client.StartAsync(orchestration, "one", "first", Token);
        await EndedAsync("one");

        Assert.True(await Client.PurgeAsync("one", Token));

        Assert.Null(await Client.GetAsync("one", Token));
        Assert.Null(await Client.GetHistoryAsync("one", Token));
        Assert.False(await Client.PurgeAsync("one", Token));
        Assert.True(await Client.StartAsync(orchestration, "one", "second", Token));
        Assert.Equal("\"second\"", (await EndedAsync("one")).Output);
    }

    private static async Task<string> WaitAsync(IOrchestrationContext context, string input) =>
        await context.WaitForExternalEventAsync<string>("go");
}
