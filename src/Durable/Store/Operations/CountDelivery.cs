namespace Nots.Durable.Store.Operations;

/// <summary>Counts, before it runs, one more start of an activity that may have ended the process. 0: it is no longer wanted.</summary>
internal sealed class CountDelivery(TaskKey key) : IStoreOperation<int>
{
    public int Apply(StoreWriter store, CommitEffects effects) => store.Activities.CountDelivery(key);
}
