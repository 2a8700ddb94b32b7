using DurableTask.Core;
using DurableTask.Core.History;
using DurableTask.Core.Serializing;

namespace Nots.Durable.Sqlite.Events;

/// <summary>Every kind of history event that DurableTask.Core has, to and from its stored shape. The set is closed; a test compares it with the package.</summary>
internal static class EventMap
{
    /// <exception cref="NotSupportedException">A later DurableTask.Core has a kind of event that this does not know.</exception>
    public static StoredEvent From(HistoryEvent happened) => happened switch
    {
        ContinueAsNewEvent e => New(e) with { Result = e.Result, Status = e.OrchestrationStatus.ToString(), Failure = FailureJson.From(e.FailureDetails) },
        EventRaisedEvent e => New(e) with { Name = e.Name, Input = e.Input, Trace = EventJson.FromTrace(e.ParentTraceContext) },
        EventSentEvent e => New(e) with { InstanceId = e.InstanceId, Name = e.Name, Input = e.Input },
        ExecutionCompletedEvent e => New(e) with { Result = e.Result, Status = e.OrchestrationStatus.ToString(), Failure = FailureJson.From(e.FailureDetails) },
        ExecutionResumedEvent e => New(e) with { Reason = e.Reason },
        ExecutionRewoundEvent e => New(e) with
        {
            Reason = e.Reason,
            ExecutionId = e.ParentExecutionId,
            InstanceId = e.InstanceId,
            Trace = EventJson.FromTrace(e.ParentTraceContext),
        },
        ExecutionStartedEvent e => New(e) with
        {
            InstanceId = e.OrchestrationInstance?.InstanceId,
            ExecutionId = e.OrchestrationInstance?.ExecutionId,
            Parent = EventJson.FromParent(e.ParentInstance),
            Name = e.Name,
            Version = e.Version,
            Input = e.Input,
            Tags = e.Tags,
            Correlation = e.Correlation,
            Trace = EventJson.FromTrace(e.ParentTraceContext),
            StartAt = e.ScheduledStartTime,
            Generation = e.Generation,
            NewTrace = e.GenerateNewTrace,
        },
        ExecutionSuspendedEvent e => New(e) with { Reason = e.Reason },
        ExecutionTerminatedEvent e => New(e) with { Input = e.Input },
        GenericEvent e => New(e) with { Input = e.Data },
        HistoryStateEvent e => New(e) with { Input = JsonDataConverter.Default.Serialize(e.State) },
        OrchestratorCompletedEvent or OrchestratorStartedEvent => New(happened),
        SubOrchestrationInstanceCompletedEvent e => New(e) with { Task = e.TaskScheduledId, Result = e.Result },
        SubOrchestrationInstanceCreatedEvent e => New(e) with
        {
            Name = e.Name,
            Version = e.Version,
            InstanceId = e.InstanceId,
            Input = e.Input,
            SpanId = e.ClientSpanId,
            Tags = e.Tags,
        },
        SubOrchestrationInstanceFailedEvent e => New(e) with
        {
            Task = e.TaskScheduledId,
            Reason = e.Reason,
            Details = e.Details,
            Failure = FailureJson.From(e.FailureDetails),
        },
        TaskCompletedEvent e => New(e) with { Task = e.TaskScheduledId, Result = e.Result },
        TaskFailedEvent e => New(e) with { Task = e.TaskScheduledId, Reason = e.Reason, Details = e.Details, Failure = FailureJson.From(e.FailureDetails) },
        TaskScheduledEvent e => New(e) with
        {
            Name = e.Name,
            Version = e.Version,
            Input = e.Input,
            Tags = e.Tags,
            Trace = EventJson.FromTrace(e.ParentTraceContext),
        },
        TimerCreatedEvent e => New(e) with { FireAt = e.FireAt },
        TimerFiredEvent e => New(e) with { Task = e.TimerId, FireAt = e.FireAt },
        _ => throw new NotSupportedException($"'{happened.GetType().Name}' is a kind of history event that this version cannot store."),
    };

    /// <exception cref="HistoryUnreadableException">It is a kind of event that this version does not know.</exception>
    public static HistoryEvent To(StoredEvent stored)
    {
        var happened = New(stored, stored.Id ?? -1);
        happened.Timestamp = stored.At;
        return happened;
    }

    private static StoredEvent New(HistoryEvent happened) =>
        new() { Type = happened.EventType.ToString(), Id = happened.EventId == -1 ? null : happened.EventId, At = happened.Timestamp };

    private static HistoryEvent New(StoredEvent e, int id) => e.Type switch
    {
        nameof(EventType.ContinueAsNew) => new ContinueAsNewEvent(id, e.Result),
        nameof(EventType.EventRaised) => new EventRaisedEvent(id, e.Input) { Name = e.Name, ParentTraceContext = EventJson.ToTrace(e.Trace) },
        nameof(EventType.EventSent) => new EventSentEvent(id) { InstanceId = e.InstanceId, Name = e.Name, Input = e.Input },
        nameof(EventType.ExecutionCompleted) => Completed(e, id),
        nameof(EventType.ExecutionResumed) => new ExecutionResumedEvent(id, e.Reason),
        nameof(EventType.ExecutionRewound) => new ExecutionRewoundEvent(id, e.Reason)
        {
            ParentExecutionId = e.ExecutionId,
            InstanceId = e.InstanceId,
            ParentTraceContext = EventJson.ToTrace(e.Trace),
        },
        nameof(EventType.ExecutionStarted) => Started(e, id),
        nameof(EventType.ExecutionSuspended) => new ExecutionSuspendedEvent(id, e.Reason),
        nameof(EventType.ExecutionTerminated) => new ExecutionTerminatedEvent(id, e.Input),
        nameof(EventType.GenericEvent) => new GenericEvent(id, e.Input),
        nameof(EventType.HistoryState) => new HistoryStateEvent(id, JsonDataConverter.Default.Deserialize<OrchestrationState>(e.Input)),
        nameof(EventType.OrchestratorCompleted) => new OrchestratorCompletedEvent(id),
        nameof(EventType.OrchestratorStarted) => new OrchestratorStartedEvent(id),
        nameof(EventType.SubOrchestrationInstanceCompleted) => new SubOrchestrationInstanceCompletedEvent(id, e.Task ?? 0, e.Result),
        nameof(EventType.SubOrchestrationInstanceCreated) => new SubOrchestrationInstanceCreatedEvent(id)
        {
            Name = e.Name,
            Version = e.Version,
            InstanceId = e.InstanceId,
            Input = e.Input,
            ClientSpanId = e.SpanId,
            Tags = e.Tags,
        },
        nameof(EventType.SubOrchestrationInstanceFailed) =>
            new SubOrchestrationInstanceFailedEvent(id, e.Task ?? 0, e.Reason, e.Details, FailureJson.To(e.Failure)),
        nameof(EventType.TaskCompleted) => new TaskCompletedEvent(id, e.Task ?? 0, e.Result),
        nameof(EventType.TaskFailed) => new TaskFailedEvent(id, e.Task ?? 0, e.Reason, e.Details, FailureJson.To(e.Failure)),
        nameof(EventType.TaskScheduled) => new TaskScheduledEvent(id, e.Name!, e.Version, e.Input)
        {
            Tags = e.Tags,
            ParentTraceContext = EventJson.ToTrace(e.Trace),
        },
        nameof(EventType.TimerCreated) => new TimerCreatedEvent(id) { FireAt = e.FireAt ?? default },
        nameof(EventType.TimerFired) => new TimerFiredEvent(id) { TimerId = e.Task ?? 0, FireAt = e.FireAt ?? default },
        _ => throw new HistoryUnreadableException($"'{e.Type}' is a kind of history event that this version does not know."),
    };

    private static ExecutionCompletedEvent Completed(StoredEvent e, int id) => Enum.TryParse<OrchestrationStatus>(e.Status, out var status)
        ? new ExecutionCompletedEvent(id, e.Result, status, FailureJson.To(e.Failure))
        : throw new HistoryUnreadableException($"'{e.Status}' is a status that this version does not know.");

    private static ExecutionStartedEvent Started(StoredEvent e, int id) => new(id, e.Input)
    {
        OrchestrationInstance = e is { InstanceId: null, ExecutionId: null }
            ? null
            : new OrchestrationInstance { InstanceId = e.InstanceId, ExecutionId = e.ExecutionId },
        ParentInstance = EventJson.ToParent(e.Parent),
        Name = e.Name,
        Version = e.Version,
        Tags = e.Tags,
        Correlation = e.Correlation,
        ParentTraceContext = EventJson.ToTrace(e.Trace),
        ScheduledStartTime = e.StartAt,
        Generation = e.Generation,
        GenerateNewTrace = e.NewTrace,
    };
}
