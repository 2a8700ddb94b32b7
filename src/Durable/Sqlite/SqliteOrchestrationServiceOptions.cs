using Nots.Durable.Sqlite.Store;

namespace Nots.Durable.Sqlite;

/// <summary>How the SQLite backend runs.</summary>
public sealed record SqliteOrchestrationServiceOptions
{
    /// <summary>The SQLite file, made when it is not there; its folder too. One process at a time.</summary>
    public required string DatabasePath { get; init; }

    /// <summary>How many activities run at once.</summary>
    public int MaxConcurrentActivities { get; init; } = 64;

    /// <summary>
    /// How many orchestrations are under way at once: worked on, or waiting for an activity. Others wait for their turn until one of these ends,
    /// waits for something else, or has waited for its activity for a second.
    /// </summary>
    public int MaxConcurrentOrchestrations { get; init; } = 512;

    /// <summary>
    /// How many orchestrations stay in memory while they wait; the others are replayed from their history when something comes for them. The
    /// one that has waited longest goes first. With 0, every turn replays.
    /// </summary>
    public int MaxSessions { get; init; } = 2000;

    /// <summary>How long an orchestration that waits stays in memory, at most.</summary>
    public TimeSpan SessionIdleTimeout { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How often an activity is started again after the process has ended while it ran. Then it counts as failed.</summary>
    public int MaxActivityDeliveries { get; init; } = 5;

    /// <summary>
    /// How often a turn or an activity that its dispatcher hands back undone is tried, with growing pauses (1 s to 1 min). Then the instance,
    /// or the activity, ends as failed.
    /// </summary>
    public int MaxWorkItemAttempts { get; init; } = 10;

    /// <summary>For tests: called around each commit.</summary>
    internal Action<CommitStage>? CommitProbe { get; init; }

    /// <exception cref="ArgumentException">A value makes no sense.</exception>
    internal void Validate()
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(DatabasePath);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxConcurrentActivities, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxConcurrentOrchestrations, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxSessions, 0);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(SessionIdleTimeout, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxActivityDeliveries, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxWorkItemAttempts, 1);
    }
}
