using Nots.Application.Orchestration;
using Nots.Durable.Tests.Support;

namespace Nots.Durable.Tests;

public sealed class ForeignTaskTest
{
    private const string Awaited = "the orchestrator awaited a task that is not one of its context's";

    [Fact]
    public Task Waiting_for_a_task_of_its_own_alone_is_refused() => AssertParkedAsync(
        async _ => await new TaskCompletionSource<string>().Task,
        "the orchestrator waits for something that is not a task of its context, so nothing can wake it");

    [Fact]
    public Task Waiting_for_a_foreign_task_beside_one_of_the_context_is_refused() => AssertParkedAsync(
        async context =>
        {
            _ = context.WaitForExternalEventAsync<string>("never");
            await Task.Run(() => Thread.Sleep(1));
            return "";
        },
        Awaited);

    [Fact]
    public Task Leaving_the_scheduler_is_refused() => AssertParkedAsync(
        async context =>
        {
            _ = context.WaitForExternalEventAsync<string>("never");
            await Task.Run(() => Thread.Sleep(1)).ConfigureAwait(false);
            return await context.CallActivityAsync(ScriptedActivity.Name, "outside");
        },
        "the orchestrator called its context from outside its scheduler");

    [Fact]
    public Task Cancelling_a_token_on_another_thread_is_refused() => AssertParkedAsync(
        async context =>
        {
            using var cancellation = new CancellationTokenSource();
            var wait = context.WaitForExternalEventAsync<string>("never", cancellation.Token);
            await cancellation.CancelAsync();
            return await wait;
        },
        "a token of the orchestrator was cancelled from outside it", Awaited);

    [Fact]
    public async Task Yielding_is_harmless()
    {
        await using var host = new EngineHost();
        var orchestration = host.Define<string, string>("yields", async (context, input) =>
        {
            await Task.Yield();
            return await context.CallActivityAsync(ScriptedActivity.Name, input);
        });
        await host.StartAsync();

        await host.Client.StartAsync(orchestration, "one", "a", EngineHost.Token);

        Assert.Equal("\"a!\"", (await host.EndedAsync("one")).Output);
    }

    /// <param name="faults">Whichever shows first.</param>
    private static async Task AssertParkedAsync(Func<IOrchestrationContext, Task<string>> run, params string[] faults)
    {
        await using var host = new EngineHost();
        var orchestration = host.Define<string, string>("strays", (context, _) => run(context));
        await host.StartAsync();

        await host.Client.StartAsync(orchestration, "one", "a", EngineHost.Token);

        var parked = await host.UntilAsync("one", instance => instance.Status == OrchestrationStatus.Suspended);
        Assert.Contains(faults, fault => parked.Failure!.Message.Contains(fault, StringComparison.Ordinal));
        Assert.Empty(host.World.Done);
    }
}
