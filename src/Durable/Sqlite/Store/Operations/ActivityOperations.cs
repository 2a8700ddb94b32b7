namespace Nots.Durable.Sqlite.Store.Operations;

/// <summary>An activity is done and its orchestration is told, in one transaction.</summary>
/// <returns>False when its outcome is not wanted any more.</returns>
internal sealed class CompleteActivity(ActivityTask task, OutgoingMessage response) : StoreOperation<bool>
{
    protected override bool Run(StoreWriter store, CommitEffects effects)
    {
        if (!store.Activities.Delete(task.Instance, task.Position))
            return false;
        Mailing.Send(store, effects, response);
        return true;
    }
}

/// <summary>Counts, before it is handed out, one more start of an activity that may have ended the process.</summary>
/// <returns>The count; 0 when the activity is not wanted any more.</returns>
internal sealed class CountDelivery(ActivityTask task) : StoreOperation<int>
{
    protected override int Run(StoreWriter store, CommitEffects effects) => store.Activities.CountDelivery(task.Instance, task.Position);
}

/// <summary>The process ends in good order: no activity is to blame for it.</summary>
internal sealed class ForgiveDeliveries : StoreOperation<bool>
{
    protected override bool Run(StoreWriter store, CommitEffects effects)
    {
        store.Activities.Forgive();
        return true;
    }
}
