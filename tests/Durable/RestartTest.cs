using Nots.Application.Orchestration;
using Nots.Durable.Tests.Support;

namespace Nots.Durable.Tests;

public sealed class RestartTest
{
    [Fact]
    public async Task A_failed_instance_runs_again_with_a_fresh_history()
    {
        await using var host = new EngineHost();
        host.World.Work = (input, _) => host.World.Count(input) == 1 ? throw new TimeoutException("busy") : Task.FromResult("done");
        var orchestration = host.Define<string, string>("works", (context, input) => context.CallActivityAsync(ScriptedActivity.Name, input));
        await host.StartAsync();
        await host.Client.StartAsync(orchestration, "one", "a", EngineHost.Token);
        Assert.Equal(OrchestrationStatus.Failed, (await host.EndedAsync("one")).Status);

        Assert.True(await host.Client.RestartAsync("one", EngineHost.Token));

        var ended = await host.UntilAsync("one", instance => instance.Status == OrchestrationStatus.Completed);
        Assert.Equal(("\"done\"", null), (ended.Output, ended.Failure));
        Assert.Equal(["executionStarted", "activityScheduled", "activityCompleted", "executionCompleted"], await host.TypesAsync("one"));
    }
}
