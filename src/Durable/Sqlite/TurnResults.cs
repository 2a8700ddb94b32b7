using DurableTask.Core;
using DurableTask.Core.History;
using Nots.Durable.Sqlite.Events;
using Nots.Durable.Sqlite.Store;
using Nots.Durable.Sqlite.Store.Operations;

namespace Nots.Durable.Sqlite;

/// <summary>Makes of what a dispatcher says of a turn what is written of it. Runs on the dispatcher's thread, so that the commit loop only writes.</summary>
internal static class TurnResults
{
    /// <param name="before">The state with which the turn began.</param>
    /// <param name="after">Another one when the instance has continued as new.</param>
    /// <param name="activities">To be run.</param>
    /// <param name="messages">To other instances, or to itself.</param>
    /// <param name="timers">Of this instance.</param>
    /// <param name="state">What is to be told of the instance.</param>
    /// <param name="now">Everything that the turn has brought about is dated alike, by the one clock.</param>
    public static TurnResult From(
        OrchestrationRuntimeState before, OrchestrationRuntimeState after, IList<TaskMessage> activities, IList<TaskMessage> messages,
        IList<TaskMessage> timers, OrchestrationState state, DateTime now)
    {
        var isRenewed = !ReferenceEquals(before, after);
        var events = isRenewed ? after.Events : after.NewEvents;
        foreach (var happened in events)
        {
            if (happened.EventId >= 0 || happened is OrchestratorCompletedEvent || (isRenewed && happened is ExecutionStartedEvent))
                happened.Timestamp = now;
        }

        return new TurnResult
        {
            InstanceId = after.OrchestrationInstance!.InstanceId,
            ExecutionId = after.OrchestrationInstance.ExecutionId ?? "",
            Status = state.OrchestrationStatus,
            CustomStatus = state.Status,
            Output = state.Output,
            Failure = state.FailureDetails,
            RenewedBy = isRenewed ? after.ExecutionStartedEvent : null,
            HistoryIndex = isRenewed ? 0 : after.Events.Count - after.NewEvents.Count,
            Events = EventJson.Write((IReadOnlyList<HistoryEvent>)events),
            Activities = [.. activities.Select(message => Activity(message, now))],
            Timers = [.. timers.Select(message => Outgoing(message, now, UtcTime.Of(((TimerFiredEvent)message.Event).FireAt)))],
            Messages = [.. messages.Select(message => Outgoing(message, now))],
        };
    }

    public static OutgoingMessage Outgoing(TaskMessage message, DateTime now, DateTimeOffset? visibleAt = null)
    {
        message.Event.Timestamp = now;
        return new OutgoingMessage(
            message.OrchestrationInstance.InstanceId, message.OrchestrationInstance.ExecutionId, message.Event, EventJson.Write(message.Event), visibleAt);
    }

    private static (TaskMessage Message, string? Tags, byte[] Json) Activity(TaskMessage message, DateTime now)
    {
        message.Event.Timestamp = now;
        return (message, EventJson.WriteTags(message.OrchestrationExecutionContext?.OrchestrationTags), EventJson.Write(message.Event));
    }
}
