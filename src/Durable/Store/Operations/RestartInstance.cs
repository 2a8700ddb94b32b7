using Nots.Application.Orchestration;

namespace Nots.Durable.Store.Operations;

/// <summary>Runs an ended instance again, with the input of its last execution. A parent has had its answer and gets no other.</summary>
internal sealed class RestartInstance(string instanceId) : IStoreOperation<bool>
{
    public bool Apply(StoreWriter store, CommitEffects effects)
    {
        if (store.Instances.Find(instanceId) is not { } instance || !instance.Status.HasEnded())
            return false;
        Executions.Renew(store, effects, instance, new Renewal(instance.Name, instance.Input, OrchestrationStatus.Pending, Parent: null));
        return true;
    }
}
