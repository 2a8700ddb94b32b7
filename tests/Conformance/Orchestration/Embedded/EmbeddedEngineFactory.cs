using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Nots.Application.Orchestration;
using Nots.Durable;

namespace Nots.Conformance.Tests.Orchestration.Embedded;

/// <summary>The embedded engine on a file of its own.</summary>
/// <param name="maxInMemory">0: every turn replays its instance from the history.</param>
public sealed class EmbeddedEngineFactory(int maxInMemory = 1000) : IOrchestrationEngineFactory
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("nots-engine-");

    public async Task<IRunningEngine> StartAsync(WorkflowCatalogue catalogue, Action<IServiceCollection> addServices, TimeProvider time)
    {
        var services = new ServiceCollection();
        addServices(services);
        var provider = services.BuildServiceProvider();
        var engine = new EmbeddedEngine(
            new EngineOptions
            {
                DatabasePath = Path.Combine(_folder.FullName, "durable.db"),
                MaxOrchestratorsInMemory = maxInMemory,
                StopGrace = TimeSpan.Zero,
            },
            catalogue, provider.GetRequiredService<IServiceScopeFactory>(), time, NullLoggerFactory.Instance);
        await engine.StartAsync(TestContext.Current.CancellationToken);
        return new Running(engine, provider);
    }

    public ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    private sealed class Running(EmbeddedEngine engine, ServiceProvider provider) : IRunningEngine
    {
        public IOrchestrationClient Client => engine.Client;

        public async ValueTask DisposeAsync()
        {
            await engine.DisposeAsync();
            await provider.DisposeAsync();
        }
    }
}
