using Nots.Durable.History;
using Nots.Durable.Store;

namespace Nots.Durable.Runtime;

/// <summary>Applies messages to an orchestrator in memory, one by one, and collects what is to be committed.</summary>
internal static class OrchestratorTurn
{
    /// <returns>Null when there is nothing to commit.</returns>
    /// <exception cref="Replay.OrchestratorFaultException">The orchestrator broke a rule; nothing of the turn counts.</exception>
    public static Turn? Run(LoadedInstance instance, List<InstanceMessage> messages, DateTimeOffset now)
    {
        instance.Execution.ThrowIfFaulted();
        var consumed = new List<long>();
        var stale = new List<TaskKey>();
        foreach (var message in messages)
        {
            // What comes after the end stays in the inbox: the next execution may be waiting for it.
            var taken = !instance.Execution.HasEnded && TryConsume(instance, message, consumed) && Apply(instance, message, now);
            if (!taken && message is { Execution: { } execution, Event: ActivityCompleted or ActivityFailed })
                stale.Add(new TaskKey(instance.Row.Number, execution, ((TaskOutcomeEvent)message.Event).TaskId));
        }

        return Finish(instance, consumed, stale);
    }

    /// <summary>A message read from the inbox at loading may also be on its way; the second is none.</summary>
    private static bool TryConsume(LoadedInstance instance, InstanceMessage message, List<long> consumed)
    {
        if (message.Position is not { } position)
            return true;
        if (position <= instance.LastPosition)
            return false;
        instance.LastPosition = position;
        consumed.Add(position);
        return true;
    }

    private static bool Apply(LoadedInstance instance, InstanceMessage message, DateTimeOffset now)
    {
        if (message.Execution is { } execution && execution != instance.Row.Execution)
            return false;
        var at = Latest(now, instance.LastAt, (message.Event as TimerFired)?.FireAt);
        if (!instance.Execution.Apply(message.Event with { At = at }))
            return false;
        instance.LastAt = at;
        return true;
    }

    /// <summary>The clock may have gone back: an event is never dated before the one before it, nor a timer before it was due.</summary>
    private static DateTimeOffset Latest(DateTimeOffset now, DateTimeOffset last, DateTimeOffset? due)
    {
        var at = now > last ? now : last;
        return due > at ? due.Value : at;
    }

    private static Turn? Finish(LoadedInstance instance, List<long> consumed, List<TaskKey> stale)
    {
        var events = instance.Execution.TakeNew();
        var status = instance.Execution.CustomStatus;
        var setsStatus = status is not null && status != instance.CustomStatus;
        return instance.HasBegun && events.Count == 0 && consumed.Count == 0 && stale.Count == 0 && !setsStatus
            ? null
            : new Turn(instance.Row, instance.NextSequence, events, instance.LastAt, consumed, stale, setsStatus, status);
    }
}
