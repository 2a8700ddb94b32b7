using Nots.Application.Orchestration;
using Nots.Durable.History;

namespace Nots.Durable.Store.Operations;

/// <summary>Ends a live instance. Its children are not ended with it.</summary>
internal sealed class TerminateInstance(string instanceId, string reason) : IStoreOperation<bool>
{
    public bool Apply(StoreWriter store, CommitEffects effects)
    {
        if (store.Instances.Find(instanceId) is not { } instance || instance.Status.HasEnded())
            return false;
        var failure = new FailureDetails("Terminated", reason);
        Executions.Note(store, instance, OrchestrationStatus.Terminated, failure, new ExecutionTerminated(reason));
        store.Activities.Clear(instance.Number);
        Executions.End(store, effects, instance, instance.Parent is { } parent
            ? new SubOrchestrationFailed(failure) { TaskId = parent.TaskId }
            : null);
        effects.Changed.Add(instance.Number);
        effects.Abandoned.Add(instance.Number);
        return true;
    }
}
