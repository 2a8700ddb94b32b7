using Nots.Application.Orchestration;
using Nots.Durable.History;

namespace Nots.Durable.Store;

/// <summary>How executions begin and end in the store.</summary>
internal static class Executions
{
    /// <summary>Adds an instance with its first event.</summary>
    public static void Begin(StoreWriter store, CommitEffects effects, string instanceId, string name, string? input, TaskKey? parent)
    {
        var at = store.Now;
        var number = store.Instances.Insert(instanceId, name, at, input, parent);
        store.History.Append(number, 0, new ExecutionStarted(name, input, Execution: 1) { At = at });
        effects.Deliver(number, null);
    }

    /// <summary>Begins an instance's next execution with an empty history.</summary>
    public static void Renew(StoreWriter store, CommitEffects effects, InstanceRow instance, Renewal renewal)
    {
        var at = LaterOf(store.Now, instance.UpdatedAt);
        store.Instances.Renew(instance, renewal.Name, renewal.Input, renewal.Status, at, renewal.KeepCustomStatus, renewal.Parent);
        store.History.Clear(instance.Number);
        store.Timers.Clear(instance.Number);
        var started = new ExecutionStarted(renewal.Name, renewal.Input, instance.Execution + 1, Unread: renewal.Unread) { At = at };
        store.History.Append(instance.Number, 0, started);
        effects.Changed.Add(instance.Number);
        effects.Deliver(instance.Number, null);
    }

    /// <summary>Forgets what an ended instance no longer waits for, and tells its parent.</summary>
    public static void End(StoreWriter store, CommitEffects effects, InstanceRow instance, IncomingEvent? toParent)
    {
        store.Timers.Clear(instance.Number);
        store.Inbox.Clear(instance.Number);
        if (instance.Parent is not { } parent || toParent is null)
            return;
        var waiting = store.Instances.Find(parent.Instance);
        if (waiting is null || waiting.Status.HasEnded() || waiting.Execution != parent.Execution)
            return;
        effects.Deliver(parent.Instance, store.Inbox.Add(parent.Instance, toParent, parent.Execution));
    }

    /// <summary>Appends a note about something done to the instance from outside, with the status that follows.</summary>
    public static void Note(StoreWriter store, InstanceRow instance, OrchestrationStatus status, FailureDetails? failure, NoteEvent note)
    {
        var at = LaterOf(store.Now, instance.UpdatedAt);
        store.Instances.SetStatus(instance.Number, status, failure is null ? null : HistoryJson.WriteFailure(failure), at);
        store.History.Append(instance.Number, instance.NextSequence, note with { At = at });
    }

    /// <summary>The clock may have gone back; a history does not.</summary>
    private static DateTimeOffset LaterOf(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
