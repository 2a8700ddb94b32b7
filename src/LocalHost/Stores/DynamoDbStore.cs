using Amazon.DynamoDBv2;
using Amazon.Runtime;
using Nots.Application.Common;
using Nots.Emulators;
using Nots.LocalHost.Data;
using Nots.LocalHost.Emulation;
using Nots.LocalHost.Settings;
using Nots.Storage.DynamoDb;
using Nots.Storage.Table;

namespace Nots.LocalHost.Stores;

/// <summary>
/// The table in DynamoDB: where the settings say, or else in a DynamoDB Local that is started here and keeps it in the data folder.
/// On this machine the table is made when it is missing; in the cloud that is the operations tool's to do.
/// </summary>
internal sealed class DynamoDbStore : ITableStore
{
    private readonly DynamoDbOptions _options;
    private readonly DynamoDbLocalKeeper? _keeper;
    private readonly IAmazonDynamoDB _client;

    private DynamoDbStore(DynamoDbOptions options, DynamoDbLocalKeeper? keeper) =>
        (_options, _keeper, _client) = (options, keeper, DynamoDbClients.Create(options));

    public bool IsLocal => _options.IsLocal;

    public string Description =>
        $"{_options.Table} in DynamoDB {(IsLocal ? "Local" : _options.Region)}{(_options.Endpoint is { } endpoint ? $" at {endpoint.ToString().TrimEnd('/')}" : "")}";

    /// <exception cref="EmulatorException">It cannot be started.</exception>
    /// <exception cref="StartFailedException">Nothing answers where the settings say.</exception>
    public static async Task<DynamoDbStore> OpenAsync(PlatformSettings settings, DataFolder folder, CancellationToken cancellationToken)
    {
        var keeper = settings.RunsDynamoDbLocal ? await DynamoDbLocalKeeper.StartAsync(folder.DynamoDb, cancellationToken) : null;
        var store = new DynamoDbStore(keeper is null ? settings.DynamoDb : settings.DynamoDb with { Endpoint = keeper.Endpoint }, keeper);
        try
        {
            if (store.IsLocal)
                await LocalTable.CreateIfMissingAsync(store._client, store._options.Table, cancellationToken);
            return store;
        }
        catch (Exception fault)
        {
            await store.DisposeAsync();
            if (fault is HttpRequestException or IOException or TimeoutException or AmazonServiceException)
                throw new StartFailedException($"DynamoDB Local at {store._options.Endpoint} does not answer as it should: {fault.Message}", fault);
            throw;
        }
    }

    public void AddTo(IServiceCollection services)
    {
        services.AddSingleton<ITable>(provider => new DynamoDbTable(
            _client, _options, provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<IIdSource>()));
        if (_keeper is not null)
            services.AddHostedService(provider => ActivatorUtilities.CreateInstance<EmulatorWatch>(provider, _keeper));
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        if (_keeper is not null)
            await _keeper.DisposeAsync();
    }
}
