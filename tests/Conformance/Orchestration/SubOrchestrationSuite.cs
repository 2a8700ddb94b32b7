using Nots.Application.Orchestration;

namespace Nots.Conformance.Tests.Orchestration;

public abstract class SubOrchestrationSuite(IOrchestrationEngineFactory factory) : OrchestrationSuite(factory)
{
    [Fact]
    public async Task A_child_gives_its_result_to_its_parent()
    {
        var child = Define<string, string>("child", (context, input) => context.CallActivityAsync(ScriptedActivity.Name, input));
        var parent = Define<string, string>("parent", async (context, input) =>
            await context.CallSubOrchestrationAsync(child, input, "the child") + "?");
        await StartEngineAsync();

        await Client.StartAsync(parent, "one", "a", Token);

        Assert.Equal("\"a!?\"", (await EndedAsync("one")).Output);
        Assert.Equal(("child", "\"a!\""), await Client.GetAsync("the child", Token) is { } ended ? (ended.Name, ended.Output) : default);
    }

    [Fact]
    public async Task A_childs_failure_reaches_its_parent()
    {
        var child = Define<string, string>("child", (_, _) => throw new InvalidOperationException("lost"));
        var parent = Define<string, string>("parent", async (context, input) =>
        {
            try
            {
                return await context.CallSubOrchestrationAsync(child, input, "the child");
            }
            catch (SubOrchestrationFailedException failed)
            {
                return $"{failed.Orchestration} {failed.InstanceId} {failed.Failure.Message}";
            }
        });
        await StartEngineAsync();

        await Client.StartAsync(parent, "one", "a", Token);

        Assert.Equal("\"child the child lost\"", (await EndedAsync("one")).Output);
    }

    [Fact]
    public async Task A_childs_termination_reaches_its_parent()
    {
        var child = Define<string, string>("child", (context, _) => context.WaitForExternalEventAsync<string>("never"));
        var parent = Define<string, string>("parent", async (context, input) =>
        {
            try
            {
                return await context.CallSubOrchestrationAsync(child, input, "the child");
            }
            catch (SubOrchestrationFailedException failed)
            {
                return failed.InstanceId;
            }
        });
        await StartEngineAsync();
        await Client.StartAsync(parent, "one", "a", Token);
        await UntilAsync(async () => await Client.GetAsync("the child", Token) is { Status: OrchestrationStatus.Running });

        Assert.True(await Client.TerminateAsync("the child", "enough", Token));

        Assert.Equal("\"the child\"", (await EndedAsync("one")).Output);
    }

    [Fact]
    public async Task Children_without_an_id_get_one_each()
    {
        var child = Define<int, string>("child", (context, _) => Task.FromResult(context.InstanceId));
        var parent = Define<string, string[]>("parent", (context, _) =>
            Task.WhenAll(context.CallSubOrchestrationAsync(child, 1), context.CallSubOrchestrationAsync(child, 2)));
        await StartEngineAsync();

        await Client.StartAsync(parent, "one", "a", Token);

        var ids = OrchestrationJson.Deserialize<string[]>((await EndedAsync("one")).Output);
        Assert.Equal(2, ids.Distinct().Count());
    }

    [Fact]
    public async Task A_parent_waits_through_a_restart()
    {
        var child = Define<string, string>("child", (context, _) => context.WaitForExternalEventAsync<string>("go"));
        var parent = Define<string, string>("parent", (context, input) => context.CallSubOrchestrationAsync(child, input, "the child"));
        await StartEngineAsync();
        await Client.StartAsync(parent, "one", "a", Token);
        await UntilAsync(async () => await Client.GetAsync("the child", Token) is { Status: OrchestrationStatus.Running });

        await RestartEngineAsync();
        await Client.RaiseEventAsync("the child", "go", "gone", Token);

        Assert.Equal("\"gone\"", (await EndedAsync("one")).Output);
    }
}
