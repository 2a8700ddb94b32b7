namespace Nots.Durable.Store.Operations;

/// <summary>Forgets an ended instance.</summary>
internal sealed class PurgeInstance(string instanceId) : IStoreOperation<bool>
{
    public bool Apply(StoreWriter store, CommitEffects effects)
    {
        if (store.Instances.Find(instanceId) is not { } instance || !instance.Status.HasEnded())
            return false;
        store.History.Clear(instance.Number);
        store.Inbox.Clear(instance.Number);
        store.Activities.Clear(instance.Number);
        store.Timers.Clear(instance.Number);
        store.Instances.Delete(instance.Number);
        effects.Changed.Add(instance.Number);
        effects.Abandoned.Add(instance.Number);
        return true;
    }
}
