namespace Nots.Application.Orchestration;

/// <summary>The stable name of an orchestration, stored with every instance, and the types of its input and result.</summary>
public sealed record OrchestrationName<TInput, TResult>(string Value);
