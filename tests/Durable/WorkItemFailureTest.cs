using DurableTask.Core;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging.Abstractions;
using Nots.Durable.Tests.Support;

namespace Nots.Durable.Tests;

/// <summary>A turn or an activity that its dispatcher hands back undone: it is tried again, more and more rarely, and not for ever.</summary>
public sealed class WorkItemFailureTest
{
    [Fact]
    public async Task A_history_that_cannot_be_read_ends_its_instance_and_no_other()
    {
        await using var host = new BackendHost();
        host.Options = host.Options with { MaxSessions = 0 };
        host.Define<string, string>("waits", Workflows.WaitAsync);
        await host.StartAsync();
        foreach (var id in (string[])["spoilt", "whole"])
        {
            await host.ScheduleAsync("waits", id, "");
            await host.UntilAsync(id, OrchestrationRuntimeStatus.Running);
        }

        Database.Scalar(host, "UPDATE history SET events = '[{\"type\":\"Surprise\"}]' WHERE position = (SELECT number << 24 FROM instances WHERE id = 'spoilt')");
        foreach (var id in (string[])["spoilt", "whole"])
            await host.Client.RaiseEventAsync(id, "go", "gone", BackendHost.Token);

        Assert.Equal("\"gone\"", (await host.EndedAsync("whole")).SerializedOutput);
        var failed = await host.EndedAsync("spoilt");
        Assert.Equal(
            (OrchestrationRuntimeStatus.Failed, "'Surprise' is a kind of history event that this version does not know."),
            (failed.RuntimeStatus, failed.FailureDetails?.ErrorMessage));
        await Assert.ThrowsAsync<InvalidDataException>(() => host.Service.GetOrchestrationHistoryAsync("spoilt", executionId: null));
    }

    [Fact]
    public async Task A_turn_that_is_handed_back_again_and_again_ends_its_instance()
    {
        await using var host = new BackendHost();
        var turns = 0;
        using var worker = await WorkerAsync(host, worker => worker.AddOrchestrationDispatcherMiddleware((_, _) =>
        {
            Interlocked.Increment(ref turns);
            throw new InvalidOperationException("the middleware's fault");
        }));

        await new TaskHubClient(host.Service).CreateOrchestrationInstanceAsync(typeof(Nothing), "one", input: null);
        await AdvanceUntilAsync(host, async () => (await StateAsync(host)).OrchestrationStatus == OrchestrationStatus.Failed);

        Assert.Equal("The orchestration could not be executed in 3 attempts.", (await StateAsync(host)).FailureDetails.ErrorMessage);
        Assert.Equal(3, turns);
        await worker.StopAsync(isForced: true);
    }

    [Fact]
    public async Task An_activity_that_is_handed_back_again_and_again_is_a_failed_step()
    {
        await using var host = new BackendHost();
        var tries = 0;
        using var worker = await WorkerAsync(host, worker => worker.AddActivityDispatcherMiddleware((_, _) =>
        {
            Interlocked.Increment(ref tries);
            throw new InvalidOperationException("the middleware's fault");
        }));

        await new TaskHubClient(host.Service).CreateOrchestrationInstanceAsync(typeof(CallsNothing), "one", input: null);
        await AdvanceUntilAsync(host, async () => (await StateAsync(host)).OrchestrationStatus == OrchestrationStatus.Failed);

        Assert.Contains("The activity could not be executed in 3 attempts.", (await StateAsync(host)).Output, StringComparison.Ordinal);
        Assert.Equal(3, tries);
        await worker.StopAsync(isForced: true);
    }

    /// <summary>DurableTask.Core's own worker, with something between it and the code.</summary>
    private static async Task<TaskHubWorker> WorkerAsync(BackendHost host, Action<TaskHubWorker> addMiddleware)
    {
        host.Options = host.Options with { MaxWorkItemAttempts = 3 };
        await host.StartAsync();
        await host.StopAsync();
        await host.Service.StartAsync();
        var worker = new TaskHubWorker(host.Service, NullLoggerFactory.Instance);
        worker.AddTaskOrchestrations(typeof(Nothing), typeof(CallsNothing)).AddTaskActivities(typeof(NoActivity));
        addMiddleware(worker);
        return await worker.StartAsync();
    }

    private static async Task<OrchestrationState> StateAsync(BackendHost host) => Assert.Single(await host.Service.GetOrchestrationStateAsync("one", false));

    private static Task AdvanceUntilAsync(BackendHost host, Func<Task<bool>> isSo) => BackendHost.UntilAsync(() =>
    {
        host.Time.Advance(TimeSpan.FromMilliseconds(100));
        return isSo();
    });

    private sealed class Nothing : TaskOrchestration<string, string>
    {
        public override Task<string> RunTask(OrchestrationContext context, string input) => Task.FromResult("");
    }

    private sealed class CallsNothing : TaskOrchestration<string, string>
    {
        public override Task<string> RunTask(OrchestrationContext context, string input) => context.ScheduleTask<string>(typeof(NoActivity), "");
    }

    private sealed class NoActivity : TaskActivity<string, string>
    {
        protected override string Execute(TaskContext context, string input) => "";
    }
}
