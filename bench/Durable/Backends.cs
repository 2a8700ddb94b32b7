using DurableTask.AzureStorage;
using DurableTask.Core;
using Microsoft.DurableTask.Testing.Sidecar;
using Microsoft.Extensions.DependencyInjection;
using Nots.Durable.Sqlite;
using Nots.Emulators;

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

    /// <summary>Measures Microsoft's backend on Azure Storage, on an Azurite of its own: what several processes share.</summary>
    /// <exception cref="EmulatorException">Node or <c>tools/azurite</c> is not installed.</exception>
    public static async Task<T> OnAzuriteAsync<T>(Func<Action<IServiceCollection>, Task<T>> measure)
    {
        await using var azurite = await AzuriteProcess.StartAsync();
        var settings = new AzureStorageOrchestrationServiceSettings
        {
            TaskHubName = "Bench",
            StorageAccountClientProvider = new StorageAccountClientProvider(azurite.ConnectionString),
            PartitionCount = 1,
            UseAppLease = false,
            MaxQueuePollingInterval = TimeSpan.FromMilliseconds(100),
            ExtendedSessionsEnabled = true,
        };
        var service = new AzureStorageOrchestrationService(settings);
        return await measure(services => services.AddSingleton<IOrchestrationService>(service).AddSingleton<IOrchestrationServiceClient>(service));
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
