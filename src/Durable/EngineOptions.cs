using Nots.Durable.Store;

namespace Nots.Durable;

/// <summary>How the embedded durable engine runs.</summary>
public sealed record EngineOptions
{
    /// <summary>The SQLite file, made when it is not there; its folder too. One process at a time.</summary>
    public required string DatabasePath { get; init; }

    /// <summary>How many activities run at once.</summary>
    public int MaxConcurrentActivities { get; init; } = 64;

    /// <summary>How many orchestrators are replayed or moved on at once.</summary>
    public int MaxConcurrentOrchestrators { get; init; } = Math.Max(2, Environment.ProcessorCount);

    /// <summary>How many waiting orchestrators stay in memory; the others are replayed when something comes for them.</summary>
    public int MaxOrchestratorsInMemory { get; init; } = 1000;

    /// <summary>How many work items may wait or run before no new instance is taken.</summary>
    public int MaxBacklog { get; init; } = 10_000;

    /// <summary>How often an activity is started again after the process has ended while it ran. Then it counts as failed.</summary>
    public int MaxActivityDeliveries { get; init; } = 5;

    /// <summary>How long running activities may go on when the engine stops, before their tokens are cancelled.</summary>
    public TimeSpan StopGrace { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>For tests: called around each commit.</summary>
    internal Action<CommitStage>? CommitProbe { get; init; }

    /// <exception cref="ArgumentException">A value makes no sense.</exception>
    internal void Validate()
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(DatabasePath);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxConcurrentActivities, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxConcurrentOrchestrators, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxOrchestratorsInMemory, 0);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxBacklog, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxActivityDeliveries, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(StopGrace, TimeSpan.Zero);
    }
}
