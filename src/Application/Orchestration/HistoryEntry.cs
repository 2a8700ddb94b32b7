namespace Nots.Application.Orchestration;

/// <summary>One event of an instance's history, as people read it.</summary>
/// <param name="Sequence">From 0, without gaps.</param>
/// <param name="At">When it was recorded, UTC.</param>
/// <param name="Type">Such as <c>activityScheduled</c>, <c>timerFired</c>.</param>
/// <param name="Name">Of the activity, event or child; null where there is none.</param>
/// <param name="Payload">JSON; null where there is none.</param>
/// <param name="OutcomeOf">The sequence of the entry that scheduled what this ends, so that its duration can be told; null where there is none.</param>
public sealed record HistoryEntry(int Sequence, DateTimeOffset At, string Type, string? Name, string? Payload, int? OutcomeOf = null);
