using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Nots.Application.Orchestration;
using Nots.Durable.History;
using Nots.Durable.Replay;
using Nots.Durable.Store;
using Nots.Durable.Store.Operations;
using Nots.Durable.Telemetry;

namespace Nots.Durable.Runtime;

/// <summary>One try of one activity, in a service scope of its own, within its time.</summary>
internal sealed class ActivityRunner(
    WorkflowCatalogue catalogue, IServiceScopeFactory scopes, CommitLoop commits, EngineTelemetry telemetry, TimeProvider time, int maxDeliveries)
{
    /// <returns>What came of it; null when it is no longer wanted, or was cancelled and will run again.</returns>
    public async Task<TaskOutcomeEvent?> RunAsync(ActivityTask task, CancellationToken cancelled)
    {
        if (task.IsRecovered)
        {
            var deliveries = await commits.SubmitAsync(new CountDelivery(task.Key));
            if (deliveries == 0)
                return null;
            if (deliveries > maxDeliveries)
                return new ActivityFailed(Poisoned.Failure(maxDeliveries)) { TaskId = task.Key.TaskId };
        }

        using var span = EngineTelemetry.StartActivity(task.Name, task.Cause);
        var started = time.GetTimestamp();
        var outcome = await TryAsync(task, cancelled);
        telemetry.ActivityEnded(task.Name, NameOf(outcome), time.GetElapsedTime(started));
        span?.SetStatus(outcome is ActivityFailed ? ActivityStatusCode.Error : ActivityStatusCode.Ok);
        return outcome;
    }

    private async Task<TaskOutcomeEvent?> TryAsync(ActivityTask task, CancellationToken cancelled)
    {
        var taskId = task.Key.TaskId;
        try
        {
            return new ActivityCompleted(await RunInTimeAsync(task, cancelled)) { TaskId = taskId };
        }
        catch (OperationCanceledException) when (cancelled.IsCancellationRequested)
        {
            return null;
        }
        catch (Exception exception)
        {
            return new ActivityFailed(FailureDetails.From(exception)) { TaskId = taskId };
        }
    }

    /// <exception cref="TimeoutException">Its time is over, whether or not it has heeded its token.</exception>
    private async Task<string?> RunInTimeAsync(ActivityTask task, CancellationToken cancelled)
    {
        if (!catalogue.Activities.TryGetValue(task.Name, out var registration))
            throw new InvalidOperationException($"No activity named '{task.Name}' is registered.");
        using var timedOut = new CancellationTokenSource(registration.Timeout, time);
        var run = RunInScopeAsync(registration, task.Input, timedOut.Token, cancelled);
        try
        {
            return await run.WaitAsync(timedOut.Token);
        }
        catch (OperationCanceledException) when (timedOut.IsCancellationRequested)
        {
            Observe(run);
            throw new TimeoutException($"The activity did not end within {registration.Timeout}.");
        }
    }

    private async Task<string?> RunInScopeAsync(ActivityRegistration registration, string? input, CancellationToken timedOut, CancellationToken cancelled)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timedOut, cancelled);
        await using var scope = scopes.CreateAsyncScope();
        return await registration.Run(scope.ServiceProvider, input, either.Token);
    }

    /// <summary>A try that outlives its time is left alone; its scope is disposed of when it ends.</summary>
    private static void Observe(Task run) => run.ContinueWith(
        static ended => _ = ended.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);

    private static string NameOf(TaskOutcomeEvent? outcome) => outcome switch
    {
        ActivityCompleted => "completed",
        null => "cancelled",
        _ => "failed",
    };
}
