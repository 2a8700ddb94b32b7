using Nots.Durable.Replay;
using Nots.Durable.Store;

namespace Nots.Durable.Runtime;

/// <summary>An instance with its orchestrator in memory. Touched by one turn at a time.</summary>
internal sealed class LoadedInstance(InstanceRow row, OrchestratorExecution execution)
{
    /// <summary>As it was loaded.</summary>
    public InstanceRow Row { get; } = row;

    public OrchestratorExecution Execution { get; } = execution;

    public int NextSequence { get; set; } = row.NextSequence;

    /// <summary>The time of the latest event; no later one is dated earlier, even when the clock goes back.</summary>
    public DateTimeOffset LastAt { get; set; } = row.UpdatedAt;

    /// <summary>The newest inbox message seen.</summary>
    public long LastPosition { get; set; }

    /// <summary>What the store holds.</summary>
    public string? CustomStatus { get; set; } = row.CustomStatus;

    /// <summary>Whether the store knows that the orchestrator has begun.</summary>
    public bool HasBegun { get; set; } = row.Applied > 0;
}
