namespace Nots.Durable.Sqlite.Store.Operations;

/// <summary>Takes away all that there is of instances that have ended. Others of the list stay.</summary>
/// <returns>How many it were.</returns>
internal sealed class PurgeInstances(IReadOnlyList<string> instanceIds) : StoreOperation<int>
{
    protected override int Run(StoreWriter store, CommitEffects effects)
    {
        var purged = 0;
        foreach (var id in instanceIds)
        {
            if (store.Find(id) is not { HasEnded: true } instance)
                continue;
            store.Delete(instance.Number);
            effects.Lost.Add(instance.Number);
            purged++;
        }

        return purged;
    }
}
