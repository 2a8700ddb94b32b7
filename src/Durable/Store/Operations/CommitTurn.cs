using Nots.Application.Orchestration;
using Nots.Durable.History;

namespace Nots.Durable.Store.Operations;

/// <summary>
/// Records a turn: its events, and all that they stand for, in one step. Refused when the instance has been changed (suspended,
/// terminated) since it was loaded.
/// </summary>
internal sealed class CommitTurn(Turn turn) : IStoreOperation<bool>
{
    private InstanceRow Instance => turn.Instance;

    public bool Apply(StoreWriter store, CommitEffects effects)
    {
        var next = turn.Sequence + turn.Events.Count;
        if (!store.Instances.Advance(Instance.Number, Instance.Execution, turn.Sequence, next, turn.At, turn.SetsCustomStatus, turn.CustomStatus))
            return false;
        foreach (var position in turn.ConsumedPositions)
            store.Inbox.Remove(position);
        foreach (var key in turn.StaleActivities)
            store.Activities.Remove(key);
        for (var index = 0; index < turn.Events.Count; index++)
        {
            store.History.Append(Instance.Number, turn.Sequence + index, turn.Events[index]);
            Follow(turn.Events[index], store, effects);
        }

        return true;
    }

    private void Follow(HistoryEvent historyEvent, StoreWriter store, CommitEffects effects)
    {
        switch (historyEvent)
        {
            case TaskActionEvent action:
                Schedule(action, store, effects);
                break;
            case ActivityCompleted or ActivityFailed:
                store.Activities.Remove(KeyOf(((TaskOutcomeEvent)historyEvent).TaskId));
                break;
            case TimerFired fired:
                store.Timers.Remove(KeyOf(fired.TaskId));
                break;
            case EndingEvent ending:
                End(ending, store, effects);
                break;
        }
    }

    private void Schedule(TaskActionEvent action, StoreWriter store, CommitEffects effects)
    {
        var key = KeyOf(action.TaskId);
        switch (action)
        {
            case ActivityScheduled activity:
                store.Activities.Add(key, activity.Name, activity.Input);
                effects.Activities.Add(new ActivityTask(key, activity.Name, activity.Input, IsRecovered: false, effects.Cause));
                break;
            case TimerCreated timer:
                store.Timers.Add(new TimerTask(key, timer.FireAt));
                effects.Timers.Add(new TimerTask(key, timer.FireAt));
                break;
            case TimerCancelled:
                store.Timers.Remove(key);
                effects.CancelledTimers.Add(key);
                break;
            case SubOrchestrationScheduled child:
                StartChild(child, key, store, effects);
                break;
        }
    }

    /// <summary>An ended child of the same parent gives way to its next try; any other instance with the id does not.</summary>
    private void StartChild(SubOrchestrationScheduled child, TaskKey key, StoreWriter store, CommitEffects effects)
    {
        var existing = store.Instances.Find(child.InstanceId);
        if (existing is null)
        {
            Executions.Begin(store, effects, child.InstanceId, child.Name, child.Input, key);
        }
        else if (existing.Status.HasEnded() && existing.Parent?.Instance == Instance.Number)
        {
            Executions.Renew(store, effects, existing, new Renewal(child.Name, child.Input, OrchestrationStatus.Pending, key));
        }
        else
        {
            var failure = new FailureDetails("Nots.Durable.InstanceExists", $"An instance with the id '{child.InstanceId}' exists already.");
            var refused = new SubOrchestrationFailed(failure) { TaskId = child.TaskId };
            effects.Deliver(Instance.Number, store.Inbox.Add(Instance.Number, refused, Instance.Execution));
        }
    }

    private void End(EndingEvent ending, StoreWriter store, CommitEffects effects)
    {
        switch (ending)
        {
            case ExecutionCompleted completed:
                store.Instances.End(Instance.Number, OrchestrationStatus.Completed, completed.Output, failure: null);
                Executions.End(store, effects, Instance, Instance.Parent is { } parent
                    ? new SubOrchestrationCompleted(completed.Output) { TaskId = parent.TaskId }
                    : null);
                break;
            case ExecutionFailed failed:
                store.Instances.End(Instance.Number, OrchestrationStatus.Failed, output: null, HistoryJson.WriteFailure(failed.Failure));
                Executions.End(store, effects, Instance, Instance.Parent is { } waiting
                    ? new SubOrchestrationFailed(failed.Failure) { TaskId = waiting.TaskId }
                    : null);
                break;
            case ContinuedAsNew continued:
                Executions.Renew(store, effects, Instance with { UpdatedAt = turn.At }, new Renewal(
                    Instance.Name, continued.Input, OrchestrationStatus.Running, Instance.Parent, KeepCustomStatus: true,
                    continued.Unread.Count == 0 ? null : continued.Unread));
                break;
        }
    }

    private TaskKey KeyOf(int taskId) => new(Instance.Number, Instance.Execution, taskId);
}
