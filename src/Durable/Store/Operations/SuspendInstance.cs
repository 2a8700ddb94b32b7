using Nots.Application.Orchestration;
using Nots.Durable.History;

namespace Nots.Durable.Store.Operations;

/// <summary>Stops a live instance's processing. One that is suspended already stays as it is.</summary>
internal sealed class SuspendInstance(string instanceId, string reason) : IStoreOperation<bool>
{
    public bool Apply(StoreWriter store, CommitEffects effects)
    {
        if (store.Instances.Find(instanceId) is not { } instance || instance.Status.HasEnded())
            return false;
        if (instance.Status == OrchestrationStatus.Suspended)
            return true;
        Executions.Note(store, instance, OrchestrationStatus.Suspended, failure: null, new ExecutionSuspended(reason));
        effects.Changed.Add(instance.Number);
        return true;
    }
}
