using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Nots.Application.Orchestration;

namespace Nots.Durable;

/// <summary>Wires the embedded durable engine into a host.</summary>
public static class DurableServiceCollectionExtensions
{
    /// <summary>
    /// Adds the engine as a hosted service, and the client on it. The host registers the <see cref="WorkflowCatalogue"/>, the
    /// activities and their services.
    /// </summary>
    public static IServiceCollection AddEmbeddedDurableEngine(this IServiceCollection services, EngineOptions options)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(provider => new EmbeddedEngine(
            options,
            provider.GetRequiredService<WorkflowCatalogue>(),
            provider.GetRequiredService<IServiceScopeFactory>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILoggerFactory>()));
        services.AddSingleton(provider => provider.GetRequiredService<EmbeddedEngine>().Client);
        services.AddSingleton<IHostedService>(provider => provider.GetRequiredService<EmbeddedEngine>());
        return services;
    }
}
