using Nots.Application.Orchestration;
using Nots.Durable.Tests.Support;

namespace Nots.Durable.Tests;

public sealed class NonDeterminismParkedTest
{
    private static readonly OrchestrationName<string, string> Name = new("deployed");

    [Fact]
    public async Task Code_that_does_something_else_is_parked_and_goes_on_when_it_is_mended()
    {
        await using var host = new EngineHost();
        host.Define<string, string>(Name.Value, OriginalAsync);
        await host.StartAsync();
        await host.Client.StartAsync(Name, "one", "a", EngineHost.Token);
        await host.HistoryAsync("one", "activityCompleted");

        await DeployAsync(host, async (context, _) =>
        {
            await context.CreateTimerAsync(context.CurrentUtc.AddDays(1));
            return await context.WaitForExternalEventAsync<string>("go");
        });
        await host.Client.RaiseEventAsync("one", "go", "gone", EngineHost.Token);
        var parked = await host.UntilAsync("one", instance => instance.Status == OrchestrationStatus.Suspended);
        Assert.Equal(
            "The orchestrator cannot go on: the code does a timer at event 1, but the history has activity 'work'. "
            + "Resume it when code that fits its history is deployed.", parked.Failure?.Message);

        await DeployAsync(host, OriginalAsync);
        Assert.Equal(OrchestrationStatus.Suspended, (await host.Client.GetAsync("one", EngineHost.Token))!.Status);
        Assert.True(await host.Client.ResumeAsync("one", "mended", EngineHost.Token));

        var ended = await host.EndedAsync("one");
        Assert.Equal((OrchestrationStatus.Completed, "\"a!gone\"", null), (ended.Status, ended.Output, ended.Failure));
        Assert.Equal(1, host.World.Count("a"));
    }

    [Fact]
    public async Task Code_that_leaves_a_step_out_is_parked()
    {
        await using var host = new EngineHost();
        host.Define<string, string>(Name.Value, OriginalAsync);
        await host.StartAsync();
        await host.Client.StartAsync(Name, "one", "a", EngineHost.Token);
        await host.HistoryAsync("one", "activityCompleted");

        await DeployAsync(host, (context, _) => context.WaitForExternalEventAsync<string>("go"));

        await AssertParkedAsync(host, "the history has activity 'work' at event 1, but the code did not take that step");
    }

    [Fact]
    public async Task Code_that_adds_a_step_to_what_has_run_is_parked()
    {
        await using var host = new EngineHost();
        host.Define<string, string>(Name.Value, OriginalAsync);
        await host.StartAsync();
        await host.Client.StartAsync(Name, "one", "a", EngineHost.Token);
        await host.HistoryAsync("one", "activityCompleted");

        await DeployAsync(host, async (context, input) =>
            await context.CallActivityAsync(ScriptedActivity.Name, input)
            + await context.CallActivityAsync(ScriptedActivity.Name, "more")
            + await context.WaitForExternalEventAsync<string>("go"));

        await AssertParkedAsync(host, "the code does activity 'work' at event 3, but the history has nothing more");
    }

    [Fact]
    public async Task Code_that_ends_too_early_is_parked()
    {
        await using var host = new EngineHost();
        host.Define<string, string>(Name.Value, OriginalAsync);
        await host.StartAsync();
        await host.Client.StartAsync(Name, "one", "a", EngineHost.Token);
        await host.HistoryAsync("one", "activityCompleted");

        await DeployAsync(host, (_, input) => Task.FromResult(input));

        await AssertParkedAsync(host, "the code does completing at event 1, but the history has activity 'work'");
    }

    [Fact]
    public async Task An_orchestration_that_is_no_longer_registered_is_parked()
    {
        await using var host = new EngineHost();
        host.Define<string, string>(Name.Value, OriginalAsync);
        await host.StartAsync();
        await host.Client.StartAsync(Name, "one", "a", EngineHost.Token);
        await host.HistoryAsync("one", "activityCompleted");

        host.Redeploy();
        await host.RestartAsync();

        await AssertParkedAsync(host, "no orchestration named 'deployed' is registered");
    }

    [Fact]
    public async Task A_parked_instance_is_not_tried_again_until_it_is_resumed()
    {
        await using var host = new EngineHost();
        var runs = 0;
        host.Define<string, string>(Name.Value, OriginalAsync);
        await host.StartAsync();
        await host.Client.StartAsync(Name, "one", "a", EngineHost.Token);
        await host.HistoryAsync("one", "activityCompleted");
        await DeployAsync(host, (_, input) =>
        {
            Interlocked.Increment(ref runs);
            return Task.FromResult(input);
        });
        await AssertParkedAsync(host, "the code does completing at event 1, but the history has activity 'work'");

        await host.Client.RaiseEventAsync("one", "go", "again", EngineHost.Token);
        host.Time.Advance(TimeSpan.FromDays(1));
        await host.CrashAsync();

        Assert.Equal(1, Volatile.Read(ref runs));
    }

    private static async Task<string> OriginalAsync(IOrchestrationContext context, string input) =>
        await context.CallActivityAsync(ScriptedActivity.Name, input) + await context.WaitForExternalEventAsync<string>("go");

    private static async Task DeployAsync(EngineHost host, Func<IOrchestrationContext, string, Task<string>> code)
    {
        host.Redeploy();
        host.Define(Name.Value, code);
        await host.RestartAsync();
    }

    private static async Task AssertParkedAsync(EngineHost host, string fault)
    {
        await host.Client.RaiseEventAsync("one", "go", "gone", EngineHost.Token);
        var parked = await host.UntilAsync("one", instance => instance.Status == OrchestrationStatus.Suspended);
        Assert.Contains(fault, parked.Failure?.Message, StringComparison.Ordinal);
    }
}
