using DurableTask.Core;
using DurableTask.Core.Query;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Nots.Durable.Sqlite;

/// <summary>Wires the SQLite backend into a host.</summary>
public static class SqliteServiceCollectionExtensions
{
    /// <summary>
    /// Adds one backend as <see cref="IOrchestrationService"/>, <see cref="IOrchestrationServiceClient"/>,
    /// <see cref="IOrchestrationServiceQueryClient"/> and <see cref="IOrchestrationServicePurgeClient"/>. Its clock is the registered
    /// <see cref="TimeProvider"/>, or else the system's.
    /// </summary>
    public static IServiceCollection AddSqliteOrchestrationService(this IServiceCollection services, SqliteOrchestrationServiceOptions options)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(provider => new SqliteOrchestrationService(
            options, provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<SqliteOrchestrationService>>()));
        services.AddSingleton<IOrchestrationService>(Service);
        services.AddSingleton<IOrchestrationServiceClient>(Service);
        services.AddSingleton<IOrchestrationServiceQueryClient>(Service);
        services.AddSingleton<IOrchestrationServicePurgeClient>(Service);
        return services;
    }

    private static SqliteOrchestrationService Service(IServiceProvider provider) => provider.GetRequiredService<SqliteOrchestrationService>();
}
