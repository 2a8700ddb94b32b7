namespace Nots.Application.Orchestration;

/// <summary>A workflow: deterministic code over the context. One object is made for each execution, without dependencies.</summary>
public interface IOrchestrator<TInput, TResult>
{
    Task<TResult> RunAsync(IOrchestrationContext context, TInput input);
}
