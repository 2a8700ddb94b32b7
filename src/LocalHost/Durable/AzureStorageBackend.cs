using System.Globalization;
using System.Security.Cryptography;
using Azure;
using Azure.Identity;
using Azure.Storage.Queues;
using DurableTask.AzureStorage;
using DurableTask.Core;
using Nots.Emulators;
using Nots.LocalHost.Data;
using Nots.LocalHost.Emulation;
using Nots.LocalHost.Settings;

namespace Nots.LocalHost.Durable;

/// <summary>
/// Microsoft's backend on Azure Storage, which any number of processes share: in the account that the settings name, or else in an Azurite
/// that is started here and keeps its files in the data folder.
/// </summary>
internal sealed class AzureStorageBackend : IDurableBackend
{
    private readonly AzureStorageOptions _options;
    private readonly AzuriteKeeper? _keeper;

    private AzureStorageBackend(AzureStorageOptions options, AzuriteKeeper? keeper) => (_options, _keeper) = (options, keeper);

    public string Description => _keeper is { } keeper
        ? $"task hub {_options.TaskHub} in Azurite, whose queues are at port {keeper.Ports[1]}"
        : $"task hub {_options.TaskHub} in Azure Storage{(_options.AccountName is { } account ? $" account {account}" : "")}";

    /// <exception cref="EmulatorException">Azurite cannot be started.</exception>
    /// <exception cref="StartFailedException">Nothing answers where the settings say.</exception>
    public static async Task<AzureStorageBackend> OpenAsync(AzureStorageOptions options, DataFolder folder, CancellationToken cancellationToken)
    {
        if (!options.IsLocal)
        {
            var backend = new AzureStorageBackend(options, keeper: null);
            await backend.RequireAnswerAsync(cancellationToken);
            return backend;
        }

        var keeper = await AzuriteKeeper.StartAsync(folder.Azurite, cancellationToken);
        return new AzureStorageBackend(options with { ConnectionString = keeper.ConnectionString }, keeper);
    }

    public void AddTo(IServiceCollection services)
    {
        services.AddSingleton(provider => new AzureStorageOrchestrationService(Settings(provider.GetRequiredService<ILoggerFactory>())))
            .AddSingleton<IOrchestrationService>(provider => provider.GetRequiredService<AzureStorageOrchestrationService>())
            .AddSingleton<IOrchestrationServiceClient>(provider => provider.GetRequiredService<AzureStorageOrchestrationService>());
        if (_keeper is not null)
            services.AddHostedService(provider => ActivatorUtilities.CreateInstance<EmulatorWatch>(provider, _keeper));
    }

    public ValueTask DisposeAsync() => _keeper?.DisposeAsync() ?? ValueTask.CompletedTask;

    /// <summary>The backend itself would try for half a minute, and say so in terms of its own.</summary>
    private async Task RequireAnswerAsync(CancellationToken cancellationToken)
    {
        var options = new QueueClientOptions();
        options.Retry.MaxRetries = 1;
        options.Retry.NetworkTimeout = TimeSpan.FromSeconds(10);
        try
        {
            // Whether there is such a queue already does not matter.
            await Account().Queue.CreateClient(options).GetQueueClient($"{_options.TaskHub.ToLowerInvariant()}-workitems").ExistsAsync(cancellationToken);
        }
        catch (Exception fault) when (fault is RequestFailedException or AggregateException or AuthenticationFailedException)
        {
            throw new StartFailedException($"Azure Storage does not answer as it should: {fault.GetBaseException().Message}", fault);
        }
    }

    private AzureStorageOrchestrationServiceSettings Settings(ILoggerFactory loggers) => new()
    {
        AppName = "nots",
        TaskHubName = _options.TaskHub,
        StorageAccountClientProvider = Account(),
        // Processes on one machine, too, are different workers.
        WorkerId = string.Create(CultureInfo.InvariantCulture, $"{Environment.MachineName}-{Environment.ProcessId}-{RandomNumberGenerator.GetHexString(8, lowercase: true)}"),
        PartitionCount = _options.PartitionCount,
        UseAppLease = false,
        LeaseInterval = _options.TakeOverAfter,
        LeaseRenewInterval = _options.TakeOverAfter / 3,
        LeaseAcquireInterval = TimeSpan.FromSeconds(1),
        ControlQueueVisibilityTimeout = _options.TakeOverAfter,
        WorkItemQueueVisibilityTimeout = _options.TakeOverAfter,
        MaxQueuePollingInterval = _options.MaxPollingInterval,
        ExtendedSessionsEnabled = true,
        ThrowExceptionOnInvalidDedupeStatus = true,
        LoggerFactory = loggers,
    };

    private StorageAccountClientProvider Account() => _options.AccountName is { } account
        ? new StorageAccountClientProvider(account, new DefaultAzureCredential(new DefaultAzureCredentialOptions { ManagedIdentityClientId = _options.IdentityClientId }))
        : new StorageAccountClientProvider(_options.ConnectionString!);
}
