namespace Nots.Durable.Store.Operations;

/// <summary>Records an orderly stop: whatever was open did not take the process down.</summary>
internal sealed class ForgiveDeliveries : IStoreOperation<bool>
{
    public bool Apply(StoreWriter store, CommitEffects effects)
    {
        store.Activities.ForgiveDeliveries();
        return true;
    }
}
