using Nots.Application.Orchestration;
using Nots.Durable.History;

namespace Nots.Durable.Store.Operations;

/// <summary>
/// Keeps for later what has come for a suspended instance: an outcome that is not stored yet goes into the inbox. Refused when
/// the instance is no longer suspended.
/// </summary>
internal sealed class ShelveMessages(long number, IReadOnlyList<InstanceMessage> messages) : IStoreOperation<bool>
{
    public bool Apply(StoreWriter store, CommitEffects effects)
    {
        if (store.Instances.Find(number) is not { Status: OrchestrationStatus.Suspended } instance)
            return false;
        foreach (var message in messages)
        {
            if (message is not { Position: null, Event: TaskOutcomeEvent outcome, Execution: { } execution })
                continue;
            if (execution == instance.Execution)
                store.Inbox.Add(number, outcome, execution);
            Forget(store, new TaskKey(number, execution, outcome.TaskId), outcome);
        }

        return true;
    }

    private static void Forget(StoreWriter store, TaskKey key, TaskOutcomeEvent outcome)
    {
        if (outcome is TimerFired)
            store.Timers.Remove(key);
        else
            store.Activities.Remove(key);
    }
}
