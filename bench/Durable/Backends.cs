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

    /// <summary>Measures the SQLite backend on a file of its own.</summary>
    public static async Task<T> OnSqliteAsync<T>(Func<Action<IServiceCollection>, Task<T>> measure)
    {
        var folder = Directory.CreateTempSubdirectory("nots-bench-");
        try
        {
            var options = new SqliteOrchestrationServiceOptions { DatabasePath = Path.Combine(folder.FullName, "durable.db") };
            return await measure(services => services.AddSqliteOrchestrationService(options));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
