using Nots.Durable.Sqlite;
using Nots.Durable.Tests.Support;

namespace Nots.Durable.Tests;

public sealed class OrderlyStopTest
{
    [Fact]
    public async Task An_activity_that_ends_in_time_is_recorded_and_not_run_again()
    {
        await using var host = new BackendHost();
        var go = new TaskCompletionSource();
        host.World.Work = async input =>
        {
            await go.Task;
            return input + "!";
        };
        host.Define<string, string>("works", async (context, input) =>
            await context.CallActivityAsync<string>(World.Activity, input) + await context.CallActivityAsync<string>(World.Activity, "next"));
        await host.StartAsync();
        await host.ScheduleAsync("works", "one", "a");
        await BackendHost.UntilAsync(() => host.World.Done.Count == 1);

        var stopping = host.StopAsync();
        go.SetResult();
        await stopping;
        await Assert.ThrowsAsync<BackendStoppedException>(() => host.Client.GetInstanceAsync("one", BackendHost.Token));
        Assert.Equal(["a"], host.World.Done);
        await host.StartAsync();

        Assert.Equal("\"a!next!\"", (await host.EndedAsync("one")).SerializedOutput);
        Assert.Equal(["a", "next"], host.World.Done);
    }

    [Fact]
    public async Task Who_only_waits_holds_up_no_stop()
    {
        await using var host = new BackendHost();
        host.Define<string, string>("waits", Workflows.WaitAsync);
        await host.StartAsync();
        await host.ScheduleAsync("waits", "one", "a");
        await host.UntilAsync("one", Microsoft.DurableTask.Client.OrchestrationRuntimeStatus.Running);

        // The dispatchers look once a second, up to eight times, whether all is done.
        await host.StopAsync().WaitAsync(TimeSpan.FromSeconds(5), BackendHost.Token);
    }
}
