using Nots.Application.Orchestration;
using Nots.Durable.History;

namespace Nots.Durable.Store.Operations;

/// <summary>
/// Suspends an instance whose orchestrator cannot go on with the code that is deployed. Refused when the instance has been
/// changed since it was loaded.
/// </summary>
internal sealed class ParkInstance(InstanceRow loaded, int sequence, FailureDetails failure) : IStoreOperation<bool>
{
    public bool Apply(StoreWriter store, CommitEffects effects)
    {
        var instance = store.Instances.Find(loaded.Number);
        if (instance is null || instance.Execution != loaded.Execution || instance.NextSequence != sequence
            || instance.Status is not (OrchestrationStatus.Pending or OrchestrationStatus.Running))
        {
            return false;
        }

        Executions.Note(store, instance, OrchestrationStatus.Suspended, failure, new ExecutionSuspended(failure.Message));
        return true;
    }
}
