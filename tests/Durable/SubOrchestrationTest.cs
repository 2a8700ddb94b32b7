using Nots.Application.Orchestration;
using Nots.Durable.Tests.Support;

namespace Nots.Durable.Tests;

public sealed class SubOrchestrationTest
{
    [Fact]
    public async Task A_child_whose_id_belongs_to_somebody_else_is_a_failed_step()
    {
        await using var host = new EngineHost();
        var child = host.Define<string, string>("child", (context, _) => context.WaitForExternalEventAsync<string>("go"));
        var parent = host.Define<string, string>("parent", (context, input) => context.CallSubOrchestrationAsync(child, input, "taken"));
        await host.StartAsync();
        await host.Client.StartAsync(child, "taken", "a", EngineHost.Token);

        await host.Client.StartAsync(parent, "one", "a", EngineHost.Token);

        Assert.Equal(
            "Orchestration 'child' (taken) failed: An instance with the id 'taken' exists already.",
            (await host.EndedAsync("one")).Failure?.Message);
        Assert.Equal(OrchestrationStatus.Running, (await host.UntilAsync("taken", instance => instance.Status != OrchestrationStatus.Pending)).Status);
    }

    [Fact]
    public async Task A_child_that_outlives_its_parents_execution_tells_nobody()
    {
        await using var host = new EngineHost();
        var child = host.Define<string, string>("child", (context, _) => context.WaitForExternalEventAsync<string>("go"));
        var parent = host.Define<string, string>("parent", (context, input) => context.CallSubOrchestrationAsync(child, input, "the child"));
        await host.StartAsync();
        await host.Client.StartAsync(parent, "one", "a", EngineHost.Token);
        await host.HistoryAsync("the child", "executionStarted");
        await host.Client.TerminateAsync("one", "enough", EngineHost.Token);

        await host.Client.RaiseEventAsync("the child", "go", "gone", EngineHost.Token);

        Assert.Equal(OrchestrationStatus.Completed, (await host.EndedAsync("the child")).Status);
        Assert.Equal(OrchestrationStatus.Terminated, (await host.EndedAsync("one")).Status);
        Assert.Equal(0, Database.Count(host, "inbox"));
    }

    [Fact]
    public async Task A_child_has_the_same_derived_id_after_a_crash()
    {
        await using var host = new EngineHost();
        var child = host.Define<string, string>("child", (context, _) => context.WaitForExternalEventAsync<string>("go"));
        var parent = host.Define<string, string>("parent", (context, input) => context.CallSubOrchestrationAsync(child, input));
        await host.StartAsync();
        await host.Client.StartAsync(parent, "one", "a", EngineHost.Token);
        await host.HistoryAsync("one", "subOrchestrationScheduled");

        await host.CrashAsync();
        var children = (await host.Client.QueryAsync(new OrchestrationQuery(Name: "child"), EngineHost.Token)).Instances;
        await host.Client.RaiseEventAsync(Assert.Single(children).InstanceId, "go", "gone", EngineHost.Token);

        Assert.Equal("\"gone\"", (await host.EndedAsync("one")).Output);
    }
}
