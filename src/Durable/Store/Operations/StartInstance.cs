namespace Nots.Durable.Store.Operations;

/// <summary>Starts an instance, unless there is one with this id.</summary>
internal sealed class StartInstance(string instanceId, string name, string? input) : IStoreOperation<bool>
{
    public bool Apply(StoreWriter store, CommitEffects effects)
    {
        if (store.Instances.Find(instanceId) is not null)
            return false;
        Executions.Begin(store, effects, instanceId, name, input, parent: null);
        return true;
    }
}
