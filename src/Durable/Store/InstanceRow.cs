using Nots.Application.Orchestration;

namespace Nots.Durable.Store;

/// <summary>An instance as stored.</summary>
/// <param name="Number">Given in the order of creation; never used twice.</param>
/// <param name="Execution">Which execution this is, from 1.</param>
/// <param name="NextSequence">The number of events in the history.</param>
/// <param name="Applied">How many of them the orchestrator has seen: 0 until its first turn.</param>
internal sealed record InstanceRow(
    long Number,
    string InstanceId,
    string Name,
    int Execution,
    OrchestrationStatus Status,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    string? Input,
    string? Output,
    string? CustomStatus,
    string? Failure,
    TaskKey? Parent,
    int NextSequence,
    int Applied);
