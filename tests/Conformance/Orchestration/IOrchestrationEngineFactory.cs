using Microsoft.Extensions.DependencyInjection;
using Nots.Application.Orchestration;

namespace Nots.Conformance.Tests.Orchestration;

/// <summary>Starts an engine for one test. Engines started by one factory share their state, one after the other.</summary>
public interface IOrchestrationEngineFactory : IAsyncDisposable
{
    /// <summary>Starts an engine on the factory's state, which is empty at first.</summary>
    /// <param name="catalogue">What it runs.</param>
    /// <param name="addServices">What activities need.</param>
    /// <param name="time">The clock that the test moves. An engine with a clock of its own leaves it alone, and is for the suites that do not move it.</param>
    Task<IRunningEngine> StartAsync(WorkflowCatalogue catalogue, Action<IServiceCollection> addServices, TimeProvider time);
}
