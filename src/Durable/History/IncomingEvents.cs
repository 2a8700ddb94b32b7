using System.Text.Json.Serialization;
using Nots.Application.Orchestration;

namespace Nots.Durable.History;

/// <summary>Something that reached the instance and may move its orchestrator on.</summary>
internal abstract record IncomingEvent : HistoryEvent;

/// <summary>The outcome of something that the orchestrator scheduled under a task id.</summary>
internal abstract record TaskOutcomeEvent : IncomingEvent
{
    public required int TaskId { get; init; }
}

/// <summary>The first event of every execution.</summary>
/// <param name="Execution">1 for the first; each continue-as-new and restart makes a new one.</param>
/// <param name="Format">The version of the stored format.</param>
/// <param name="Unread">External events that the execution before did not read, oldest first.</param>
internal sealed record ExecutionStarted(
    string Name,
    [property: JsonConverter(typeof(RawJsonConverter))] string? Input,
    int Execution,
    int Format = HistoryJson.FormatVersion,
    IReadOnlyList<UnreadEvent>? Unread = null) : IncomingEvent;

internal sealed record UnreadEvent(string Name, [property: JsonConverter(typeof(RawJsonConverter))] string? Payload);

internal sealed record EventRaised(
    string Name, [property: JsonConverter(typeof(RawJsonConverter))] string? Payload) : IncomingEvent;

internal sealed record ActivityCompleted([property: JsonConverter(typeof(RawJsonConverter))] string? Result) : TaskOutcomeEvent;

internal sealed record ActivityFailed(FailureDetails Failure) : TaskOutcomeEvent;

/// <param name="FireAt">When it was due, UTC; the event is never dated earlier.</param>
internal sealed record TimerFired(DateTimeOffset FireAt) : TaskOutcomeEvent;

internal sealed record SubOrchestrationCompleted([property: JsonConverter(typeof(RawJsonConverter))] string? Result) : TaskOutcomeEvent;

internal sealed record SubOrchestrationFailed(FailureDetails Failure) : TaskOutcomeEvent;
