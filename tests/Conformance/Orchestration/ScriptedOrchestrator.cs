using Nots.Application.Orchestration;

namespace Nots.Conformance.Tests.Orchestration;

/// <summary>An orchestrator written in a test.</summary>
public sealed class ScriptedOrchestrator<TInput, TResult>(Func<IOrchestrationContext, TInput, Task<TResult>> run)
    : IOrchestrator<TInput, TResult>
{
    public Task<TResult> RunAsync(IOrchestrationContext context, TInput input) => run(context, input);
}
