namespace Nots.Durable.History;

/// <summary>Something done to the instance that its orchestrator does not see.</summary>
internal abstract record NoteEvent : HistoryEvent;

internal sealed record ExecutionSuspended(string Reason) : NoteEvent;

internal sealed record ExecutionResumed(string Reason) : NoteEvent;

internal sealed record ExecutionTerminated(string Reason) : NoteEvent;
