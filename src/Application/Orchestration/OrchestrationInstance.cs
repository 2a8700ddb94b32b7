namespace Nots.Application.Orchestration;

/// <summary>What operations see of an instance. Input, output and custom status are JSON.</summary>
public sealed record OrchestrationInstance(
    string InstanceId,
    string Name,
    OrchestrationStatus Status,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    string? Input,
    string? Output,
    string? CustomStatus,
    FailureDetails? Failure);
