using Nots.Application.Orchestration;

namespace Nots.Conformance.Tests.Orchestration;

/// <summary>An engine that is running; disposing of it stops it and keeps its state.</summary>
public interface IRunningEngine : IAsyncDisposable
{
    IOrchestrationClient Client { get; }
}
