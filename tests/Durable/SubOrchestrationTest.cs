using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Nots.Durable.Tests.Support;

namespace Nots.Durable.Tests;

public sealed class SubOrchestrationTest
{
    [Fact]
    public async Task A_child_whose_id_belongs_to_somebody_else_is_a_failed_step()
    {
        await using var host = Host("taken");
        await host.StartAsync();
        await host.ScheduleAsync("child", "taken", "a");
        await host.UntilAsync("taken", OrchestrationRuntimeStatus.Running);

        await host.ScheduleAsync("parent", "one", "a");

        Assert.Contains("An instance with the id 'taken' exists already.", $"{(await host.EndedAsync("one")).FailureDetails}", StringComparison.Ordinal);
        Assert.Equal(OrchestrationRuntimeStatus.Running, (await host.Client.GetInstanceAsync("taken", BackendHost.Token))!.RuntimeStatus);
    }

    [Fact]
    public async Task A_child_takes_the_place_of_one_that_has_ended()
    {
        await using var host = Host("again");
        await host.StartAsync();
        foreach (var parent in (string[])["one", "two"])
        {
            await host.ScheduleAsync("parent", parent, "a");
            await host.UntilAsync("again", OrchestrationRuntimeStatus.Running);
            await host.Client.RaiseEventAsync("again", "go", parent, BackendHost.Token);
            Assert.Equal($"\"{parent}\"", (await host.EndedAsync(parent)).SerializedOutput);
        }
    }

    [Fact]
    public async Task A_child_that_outlives_its_parents_execution_tells_nobody()
    {
        await using var host = Host("the child");
        await host.StartAsync();
        await host.ScheduleAsync("parent", "one", "a");
        await host.UntilAsync("the child", OrchestrationRuntimeStatus.Running);
        await host.Client.TerminateInstanceAsync("one", "enough", BackendHost.Token);

        await host.Client.RaiseEventAsync("the child", "go", "gone", BackendHost.Token);

        Assert.Equal(OrchestrationRuntimeStatus.Completed, (await host.EndedAsync("the child")).RuntimeStatus);
        Assert.Equal(OrchestrationRuntimeStatus.Terminated, (await host.EndedAsync("one")).RuntimeStatus);
        Assert.Equal(0, Database.Count(host, "messages"));
    }

    [Fact]
    public async Task A_child_of_no_given_id_is_found_again_after_a_crash()
    {
        await using var host = Host(childId: null);
        await host.StartAsync();
        await host.ScheduleAsync("parent", "one", "a");
        await BackendHost.UntilAsync(() => Database.Count(host, "instances") == 2);

        await host.CrashAsync();
        var children = await host.Client.GetAllInstancesAsync(new OrchestrationQuery()).Where(instance => instance.Name == "child").ToListAsync(BackendHost.Token);
        await host.Client.RaiseEventAsync(Assert.Single(children).InstanceId, "go", "gone", BackendHost.Token);

        Assert.Equal("\"gone\"", (await host.EndedAsync("one")).SerializedOutput);
    }

    private static BackendHost Host(string? childId)
    {
        var host = new BackendHost();
        host.Define<string, string>("child", Workflows.WaitAsync);
        host.Define<string, string>("parent", (context, input) =>
            context.CallSubOrchestratorAsync<string>("child", input, new SubOrchestrationOptions(instanceId: childId)));
        return host;
    }
}
