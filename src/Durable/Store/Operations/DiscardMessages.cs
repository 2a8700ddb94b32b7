using Nots.Durable.History;

namespace Nots.Durable.Store.Operations;

/// <summary>Forgets what has come for an execution that is over.</summary>
internal sealed class DiscardMessages(long number, IReadOnlyList<InstanceMessage> messages) : IStoreOperation<bool>
{
    public bool Apply(StoreWriter store, CommitEffects effects)
    {
        foreach (var message in messages)
        {
            if (message.Position is { } position)
                store.Inbox.Remove(position);
            if (message is { Event: TaskOutcomeEvent outcome and not TimerFired, Execution: { } execution })
                store.Activities.Remove(new TaskKey(number, execution, outcome.TaskId));
        }

        return true;
    }
}
