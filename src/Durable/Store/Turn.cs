using Nots.Durable.History;

namespace Nots.Durable.Store;

/// <summary>What one turn of an orchestrator comes to.</summary>
/// <param name="Instance">As it was loaded.</param>
/// <param name="Sequence">Of the first new event.</param>
/// <param name="Events">In order.</param>
/// <param name="At">The time of the latest.</param>
/// <param name="ConsumedPositions">Inbox messages that are done with.</param>
/// <param name="StaleActivities">Activities that ended and whose outcome nobody waits for.</param>
/// <param name="SetsCustomStatus">Whether the orchestrator said where it stands.</param>
internal sealed record Turn(
    InstanceRow Instance,
    int Sequence,
    List<HistoryEvent> Events,
    DateTimeOffset At,
    List<long> ConsumedPositions,
    List<TaskKey> StaleActivities,
    bool SetsCustomStatus,
    string? CustomStatus);
