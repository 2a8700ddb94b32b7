using System.Diagnostics;
using System.Threading.Channels;
using DurableTask.Core;
using DurableTask.Core.History;
using Microsoft.Extensions.Logging;
using Nots.Durable.Sqlite.Store;
using Nots.Durable.Sqlite.Store.Operations;

namespace Nots.Durable.Sqlite;

/// <content>The activities that their dispatcher fetches, and what comes of them.</content>
public sealed partial class SqliteOrchestrationService
{
    public int TaskActivityDispatcherCount => 1;

    public int MaxConcurrentTaskActivityWorkItems => _options.MaxConcurrentActivities;

    public async Task<TaskActivityWorkItem?> LockNextTaskActivityWorkItem(TimeSpan receiveTimeout, CancellationToken cancellationToken)
    {
        try
        {
            var backend = Open();
            while (true)
            {
                var task = await backend.Activities.NextAsync(cancellationToken);
                if (await IsToRunAsync(backend, task))
                    return new ActivityWorkItem(backend, task) { Id = $"{task.Position}", LockedUntilUtc = DateTime.MaxValue, TaskMessage = task.Message };
            }
        }
        catch (Exception ended) when (ended is OperationCanceledException or ChannelClosedException or BackendStoppedException)
        {
            await PauseAsync(receiveTimeout, cancellationToken);
            return null;
        }
    }

    public Task<TaskActivityWorkItem> RenewTaskActivityWorkItemLockAsync(TaskActivityWorkItem workItem) => Task.FromResult(workItem);

    public async Task CompleteTaskActivityWorkItemAsync(TaskActivityWorkItem workItem, TaskMessage responseMessage)
    {
        var (backend, task, started) = Unwrap(workItem);
        await CompleteAsync(backend, task, responseMessage);
        backend.Telemetry.ActivityEnded(
            ((TaskScheduledEvent)task.Message.Event).Name ?? "", responseMessage.Event is TaskFailedEvent ? "failed" : "completed",
            Stopwatch.GetElapsedTime(started));
    }

    public async Task AbandonTaskActivityWorkItemAsync(TaskActivityWorkItem workItem)
    {
        var (backend, task, _) = Unwrap(workItem);
        if (++task.Attempts < _options.MaxWorkItemAttempts)
        {
            backend.Activities.AddLater(task);
            return;
        }

        await FailAsync(backend, task, "Nots.Durable.WorkItemAbandoned", $"The activity could not be executed in {task.Attempts} attempts.");
    }

    private static (Backend Backend, ActivityTask Task, long Started) Unwrap(TaskActivityWorkItem workItem)
    {
        var item = (ActivityWorkItem)workItem;
        return (item.Backend, item.Task, item.Started);
    }

    /// <returns>False when the activity is not wanted any more, or has ended the process too often.</returns>
    private async ValueTask<bool> IsToRunAsync(Backend backend, ActivityTask task)
    {
        if (!task.IsRecovered || task.Attempts > 0)
            return true;
        var deliveries = await backend.Commits.SubmitAsync(new CountDelivery(task));
        if (deliveries > 0 && deliveries <= _options.MaxActivityDeliveries)
            return true;
        if (deliveries == 0)
        {
            backend.Activities.Remove();
            return false;
        }

        var message = $"The process ended {_options.MaxActivityDeliveries} times while this activity ran; it is not started again.";
        await FailAsync(backend, task, "Nots.Durable.PoisonedActivity", message);
        return false;
    }

    private async Task FailAsync(Backend backend, ActivityTask task, string errorType, string message)
    {
        var scheduled = (TaskScheduledEvent)task.Message.Event;
        _logger.LogError("Activity {Activity} of instance {InstanceId} ends as failed: {Failure}", scheduled.Name, task.Message.OrchestrationInstance.InstanceId, message);
        var failure = new FailureDetails(errorType, message, null, null, isNonRetriable: true);
        await CompleteAsync(backend, task, new TaskMessage
        {
            OrchestrationInstance = task.Message.OrchestrationInstance,
            Event = new TaskFailedEvent(-1, scheduled.EventId, message, null, failure),
        });
    }

    private async Task CompleteAsync(Backend backend, ActivityTask task, TaskMessage response)
    {
        await backend.Commits.SubmitAsync(new CompleteActivity(task, TurnResults.Outgoing(response, _time.GetUtcNow().UtcDateTime)));
        backend.Activities.Remove();
    }
}
