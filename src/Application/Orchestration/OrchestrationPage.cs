namespace Nots.Application.Orchestration;

/// <summary>A page of instances, and the position where the next one starts (null at the end).</summary>
public sealed record OrchestrationPage(IReadOnlyList<OrchestrationInstance> Instances, string? Next);
