using DurableTask.Core;
using Microsoft.DurableTask.Testing.Sidecar;
using Microsoft.Extensions.DependencyInjection;
using Nots.Durable.Sqlite;

namespace Nots.Durable.Bench;

/// <summary>The backends that are compared, by the name under which they appear.</summary>
internal static class Backends
{
    /// <summary>Durable Task's own, in memory, for tests: nothing is ever written. The limit.</summary>
    public static void InMemory(IServiceCollection services)
    {
        var backend = new InMemoryOrchestrationService();
        services.AddSingleton<IOrchestrationService>(backend).AddSingleton<IOrchestrationServiceClient>(backend);
    }

    public static Action<IServiceCollection> Sqlite(DirectoryInfo folder, int? maxSessions = null) => services =>
    {
        var options = new SqliteOrchestrationServiceOptions { DatabasePath = Path.Combine(folder.FullName, "durable.db") };
        services.AddSqliteOrchestrationService(maxSessions is { } sessions ? options with { MaxSessions = sessions } : options);
    };
}
