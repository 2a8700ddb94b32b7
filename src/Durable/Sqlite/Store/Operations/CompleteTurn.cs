using DurableTask.Core;
using DurableTask.Core.History;

namespace Nots.Durable.Sqlite.Store.Operations;

/// <summary>
/// All that comes of one turn of an orchestration, in one transaction: history, status, activities, timers, messages, and what it has read
/// is gone.
/// </summary>
/// <returns>False when the instance is not there any more or has been ended meanwhile; then nothing is changed.</returns>
internal sealed class CompleteTurn : StoreOperation<bool>
{
    public required long Instance { get; init; }

    public required IReadOnlyList<StoredMessage> Consumed { get; init; }

    /// <summary>Null when what had come was not for this instance: it is just taken away.</summary>
    public TurnResult? Result { get; init; }

    protected override bool Run(StoreWriter store, CommitEffects effects)
    {
        if (Result is { } result
            && !store.Instances.Update(Instance, result.ExecutionId, result.Status, result.CustomStatus, result.Output, result.Failure, store.Now))
        {
            return false;
        }

        foreach (var message in Consumed)
            store.Messages.Delete(Instance, message.Position);
        if (Result is not null)
            Apply(Result, store, effects);
        return true;
    }

    private void Apply(TurnResult result, StoreWriter store, CommitEffects effects)
    {
        if (result.RenewedBy is { } renewed)
        {
            store.History.DeleteAll(Instance);
            store.Messages.DeleteStale(Instance, result.ExecutionId);
            store.Instances.Renew(Instance, renewed);
            effects.Renewed.Add((Instance, result.ExecutionId));
        }

        store.History.Append(Instance, result.HistoryIndex, result.Events);
        if (result.Status.HasEnded())
            End(result, store, effects);
        else
            AddWork(result, store, effects);
        foreach (var message in result.Messages)
            Mailing.Send(store, effects, message);
    }

    private void End(TurnResult result, StoreWriter store, CommitEffects effects)
    {
        store.Messages.DeleteAll(Instance);
        store.Activities.DeleteAll(Instance);
        effects.Ended.Add((Instance, result.InstanceId));
    }

    private void AddWork(TurnResult result, StoreWriter store, CommitEffects effects)
    {
        foreach (var (message, tags, json) in result.Activities)
        {
            var position = store.TakePosition();
            store.Activities.Insert(Instance, position, message.OrchestrationInstance.ExecutionId ?? "", tags, json);
            effects.Activities.Add(new ActivityTask(Instance, position, message));
        }

        foreach (var timer in result.Timers)
        {
            // One of an execution that has continued as new in the same turn is for nobody.
            if (Mailing.IsFor(timer.ExecutionId, result.ExecutionId))
                Mailing.Put(store, effects, Instance, timer);
        }
    }
}

/// <summary>What a turn has come to.</summary>
internal sealed class TurnResult
{
    public required string InstanceId { get; init; }

    public required string ExecutionId { get; init; }

    public required OrchestrationStatus Status { get; init; }

    public string? CustomStatus { get; init; }

    public string? Output { get; init; }

    public FailureDetails? Failure { get; init; }

    /// <summary>The start of the execution with which the instance has continued as new; its history begins anew.</summary>
    public ExecutionStartedEvent? RenewedBy { get; init; }

    /// <summary>How many events of the history come before the new ones.</summary>
    public required int HistoryIndex { get; init; }

    public required byte[] Events { get; init; }

    public required IReadOnlyList<(TaskMessage Message, string? Tags, byte[] Json)> Activities { get; init; }

    public required IReadOnlyList<OutgoingMessage> Timers { get; init; }

    /// <summary>To other instances, or to itself.</summary>
    public required IReadOnlyList<OutgoingMessage> Messages { get; init; }
}
