using DurableTask.Core;
using DurableTask.Core.History;
using Nots.Durable.Sqlite.Events;

namespace Nots.Durable.Sqlite.Store.Operations;

/// <summary>
/// Ends an instance from outside, whatever it is doing and whether or not its history can be read. Who works on it will find that it is lost.
/// </summary>
/// <returns>False when there is no such instance, or it has ended.</returns>
internal sealed class EndInstance(string instanceId, OrchestrationStatus status, string? output, FailureDetails? failure) : StoreOperation<bool>
{
    protected override bool Run(StoreWriter store, CommitEffects effects)
    {
        if (store.Find(instanceId) is not { HasEnded: false } instance)
            return false;
        var number = instance.Number;
        store.Instances.Update(number, instance.ExecutionId, status, store.Instances.CustomStatus(number), output, failure, store.Now);
        store.Messages.DeleteAll(number);
        store.Activities.DeleteAll(number);
        store.History.AppendLast(number, EventJson.Write(Events(store.Now.UtcDateTime)));
        effects.Lost.Add(number);
        effects.Ended.Add((number, instanceId));
        var (parent, isForgotten) = store.Instances.Parent(number);
        if (parent is not null && !isForgotten)
            Mailing.FailParent(store, effects, parent, output, failure ?? Terminated);
        return true;
    }

    private static FailureDetails Terminated =>
        new("Nots.Durable.OrchestrationTerminated", "The orchestration was terminated.", null, null, isNonRetriable: true);

    private List<HistoryEvent> Events(DateTime now)
    {
        var events = new List<HistoryEvent> { new OrchestratorStartedEvent(-1) };
        if (status == OrchestrationStatus.Terminated)
            events.Add(new ExecutionTerminatedEvent(-1, output));
        events.Add(new ExecutionCompletedEvent(-1, output, status, failure));
        events.Add(new OrchestratorCompletedEvent(-1));
        events.ForEach(happened => happened.Timestamp = now);
        return events;
    }
}
