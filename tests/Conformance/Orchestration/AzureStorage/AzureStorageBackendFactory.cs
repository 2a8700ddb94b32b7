using DurableTask.AzureStorage;
using DurableTask.Core;
using Microsoft.Extensions.DependencyInjection;

namespace Nots.Conformance.Tests.Orchestration.AzureStorage;

/// <summary>Microsoft's backend on Azure Storage, in a task hub of its own on Azurite. It goes by the clock of this machine.</summary>
public sealed class AzureStorageBackendFactory : TaskHubBackendFactory
{
    private static int _hubs;

    private readonly string _hub = $"Hub{Interlocked.Increment(ref _hubs)}";

    public override bool TakesClock => false;

    /// <summary>A queue counts the time for which a message is hidden in whole seconds, rounded down.</summary>
    public override TimeSpan TimerPrecision => TimeSpan.FromSeconds(1);

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    protected override void AddBackend(IServiceCollection services)
    {
        var settings = new AzureStorageOrchestrationServiceSettings
        {
            TaskHubName = _hub,
            StorageAccountClientProvider = new StorageAccountClientProvider(AzuriteFixture.Current.ConnectionString),
            PartitionCount = 1,
            UseAppLease = false,
            LeaseAcquireInterval = TimeSpan.FromMilliseconds(200),
            // Messages that a stopped worker had fetched come back after this time.
            ControlQueueVisibilityTimeout = TimeSpan.FromSeconds(5),
            MaxQueuePollingInterval = TimeSpan.FromMilliseconds(100),
            ExtendedSessionsEnabled = true,
            ExtendedSessionIdleTimeout = TimeSpan.FromSeconds(1),
            ThrowExceptionOnInvalidDedupeStatus = true,
        };
        var service = new AzureStorageOrchestrationService(settings);
        services.AddSingleton<IOrchestrationService>(service).AddSingleton<IOrchestrationServiceClient>(service);
    }
}
