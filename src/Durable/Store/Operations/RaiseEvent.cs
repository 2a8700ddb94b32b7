using Nots.Durable.History;

namespace Nots.Durable.Store.Operations;

/// <summary>Puts an external event into a live instance's inbox.</summary>
internal sealed class RaiseEvent(string instanceId, string eventName, string? payload) : IStoreOperation<bool>
{
    public bool Apply(StoreWriter store, CommitEffects effects)
    {
        if (store.Instances.Find(instanceId) is not { } instance || instance.Status.HasEnded())
            return false;
        var message = store.Inbox.Add(instance.Number, new EventRaised(eventName, payload) { At = store.Now }, execution: null);
        effects.Deliver(instance.Number, message);
        return true;
    }
}
