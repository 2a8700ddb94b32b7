using Microsoft.Extensions.DependencyInjection;
using Nots.Application.Orchestration;

namespace Nots.Conformance.Tests.Orchestration;

/// <summary>Starts an engine for one test. Engines started by one factory share their state, one after the other.</summary>
public interface IOrchestrationEngineFactory : IAsyncDisposable
{
    /// <summary>Starts an engine on the factory's state, which is empty at first.</summary>
    Task<IRunningEngine> StartAsync(WorkflowCatalogue catalogue, Action<IServiceCollection> addServices, TimeProvider time);
}
