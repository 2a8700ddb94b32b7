using DurableTask.Core;
using DurableTask.Core.History;
using Nots.Durable.Sqlite.Events;

namespace Nots.Durable.Sqlite.Store.Operations;

/// <summary>Brings messages to their instances, all or none of them.</summary>
internal sealed class SendMessages(IReadOnlyList<OutgoingMessage> messages) : StoreOperation<bool>
{
    protected override bool Run(StoreWriter store, CommitEffects effects)
    {
        foreach (var message in messages)
            Mailing.Send(store, effects, message);
        return true;
    }
}

/// <summary>How a message comes to its instance, inside a transaction.</summary>
internal static class Mailing
{
    /// <summary>A message for an instance that does not exist, has ended, or has another execution by now is dropped.</summary>
    public static void Send(StoreWriter store, CommitEffects effects, OutgoingMessage message)
    {
        if (message.Event is ExecutionStartedEvent started)
            StartChild(store, effects, started, message);
        else if (store.Find(message.InstanceId) is { HasEnded: false } target && IsFor(message.ExecutionId, target.ExecutionId))
            Put(store, effects, target.Number, message);
    }

    public static bool IsFor(string? executionId, string current) => string.IsNullOrEmpty(executionId) || executionId == current;

    /// <summary>For an instance that is known to be there.</summary>
    public static void Put(StoreWriter store, CommitEffects effects, long number, OutgoingMessage message)
    {
        var position = store.TakePosition();
        var executionId = string.IsNullOrEmpty(message.ExecutionId) ? null : message.ExecutionId;
        var visibleAt = message.VisibleAt > store.Now ? message.VisibleAt : null;
        store.Messages.Insert(number, position, executionId, visibleAt, message.Json);
        var stored = new StoredMessage(number, position, executionId, IsDelayed: visibleAt is not null, message.Event);
        if (visibleAt is { } later)
            effects.Delayed.Add(new DelayedMessage(stored, later));
        else
            effects.Messages.Add(stored);
    }

    public static void Start(StoreWriter store, CommitEffects effects, ExecutionStartedEvent started, byte[] json)
    {
        var number = store.Instances.Insert(started, store.Now);
        var instance = started.OrchestrationInstance;
        var startAt = started.ScheduledStartTime is { } at ? UtcTime.Of(at) : (DateTimeOffset?)null;
        Put(store, effects, number, new OutgoingMessage(instance.InstanceId, instance.ExecutionId, started, json, startAt));
    }

    /// <summary>Tells the orchestration that waits for an instance that it will not end well.</summary>
    public static void FailParent(StoreWriter store, CommitEffects effects, ParentInstance parent, string? reason, FailureDetails failure)
    {
        var failed = new SubOrchestrationInstanceFailedEvent(-1, parent.TaskScheduleId, reason, null, failure) { Timestamp = store.Now.UtcDateTime };
        var target = parent.OrchestrationInstance;
        Send(store, effects, new OutgoingMessage(target.InstanceId, target.ExecutionId, failed, EventJson.Write(failed)));
    }

    private static void StartChild(StoreWriter store, CommitEffects effects, ExecutionStartedEvent started, OutgoingMessage message)
    {
        if (store.Find(message.InstanceId) is { } taken)
        {
            if (!taken.HasEnded)
            {
                if (started.ParentInstance is { } parent && started.Tags?.ContainsKey(OrchestrationTags.FireAndForget) != true)
                {
                    var text = $"An instance with the id '{message.InstanceId}' exists already.";
                    FailParent(store, effects, parent, text, new FailureDetails("Nots.Durable.InstanceExists", text, null, null, isNonRetriable: true));
                }

                return;
            }

            store.Delete(taken.Number);
            effects.Lost.Add(taken.Number);
        }

        Start(store, effects, started, message.Json);
    }
}
