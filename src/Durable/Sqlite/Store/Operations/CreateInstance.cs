using DurableTask.Core;
using DurableTask.Core.History;

namespace Nots.Durable.Sqlite.Store.Operations;

/// <summary>Makes an instance. One of the same id is replaced, its history too, unless its status is among those that forbid it.</summary>
/// <returns>The status that forbids it; null when the instance was made.</returns>
internal sealed class CreateInstance(ExecutionStartedEvent started, byte[] json, OrchestrationStatus[] dedupeStatuses)
    : StoreOperation<OrchestrationStatus?>
{
    protected override OrchestrationStatus? Run(StoreWriter store, CommitEffects effects)
    {
        if (store.Find(started.OrchestrationInstance.InstanceId) is { } existing)
        {
            if (dedupeStatuses.Contains(existing.Status))
                return existing.Status;
            store.Delete(existing.Number);
            effects.Lost.Add(existing.Number);
        }

        Mailing.Start(store, effects, started, json);
        return null;
    }
}
