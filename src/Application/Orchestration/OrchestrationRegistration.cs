namespace Nots.Application.Orchestration;

/// <summary>An orchestration as an engine runs it: JSON in, JSON out.</summary>
public sealed record OrchestrationRegistration(string Name, Func<IOrchestrationContext, string?, Task<string?>> Run);
