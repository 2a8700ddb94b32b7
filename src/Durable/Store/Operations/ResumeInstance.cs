using Nots.Application.Orchestration;
using Nots.Durable.History;

namespace Nots.Durable.Store.Operations;

/// <summary>Lets a suspended instance go on; one that was parked tries again with the code that is deployed now.</summary>
internal sealed class ResumeInstance(string instanceId, string reason) : IStoreOperation<bool>
{
    public bool Apply(StoreWriter store, CommitEffects effects)
    {
        if (store.Instances.Find(instanceId) is not { Status: OrchestrationStatus.Suspended } instance)
            return false;
        var status = instance.Applied == 0 && instance.Execution == 1 ? OrchestrationStatus.Pending : OrchestrationStatus.Running;
        Executions.Note(store, instance, status, failure: null, new ExecutionResumed(reason));
        effects.Changed.Add(instance.Number);
        effects.Deliver(instance.Number, null);
        return true;
    }
}
