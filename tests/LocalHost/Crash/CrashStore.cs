using Amazon.DynamoDBv2;
using Nots.Emulators;
using Nots.LocalHost.Tests.Running;
using Nots.Storage.DynamoDb;

namespace Nots.LocalHost.Tests.Crash;

/// <summary>
/// What the hosts of one run keep their table and their orchestrations in: files of theirs, or a DynamoDB Local and an Azurite that no kill
/// of them touches.
/// </summary>
internal sealed class CrashStore : IAsyncDisposable
{
    private readonly DynamoDbLocalProcess? _dynamoDb;
    private readonly AzuriteProcess? _azurite;
    private readonly IAmazonDynamoDB? _client;
    private readonly string _table = "";

    private CrashStore(DynamoDbLocalProcess? dynamoDb, AzuriteProcess? azurite)
    {
        (_dynamoDb, _azurite) = (dynamoDb, azurite);
        if (dynamoDb is null)
            return;
        var options = new DynamoDbOptions { Endpoint = dynamoDb.Endpoint };
        (_client, _table) = (DynamoDbClients.Create(options), options.Table);
        Settings = [("Nots__Store", "dynamodb"), ("Nots__DynamoDb__Endpoint", dynamoDb.Endpoint.ToString())];
        if (azurite is null)
            return;
        Settings =
        [
            .. Settings,
            ("Nots__Durable", "azure-storage"),
            ("Nots__AzureStorage__ConnectionString", azurite.ConnectionString),
            ("Nots__AzureStorage__TakeOverAfter", "00:00:10"),
            ("Nots__AzureStorage__MaxPollingInterval", "00:00:00.1"),
            ("Nots__SigningSecrets__0", Convert.ToBase64String(new byte[32])),
        ];
    }

    /// <summary>Of the host.</summary>
    public (string Name, string Value)[] Settings { get; } = [];

    public static async Task<CrashStore> OpenAsync(CrashSettings settings, CancellationToken cancellationToken)
    {
        var dynamoDb = settings.Store == "dynamodb" ? await DynamoDbLocalProcess.StartAsync(cancellationToken: cancellationToken) : null;
        var azurite = settings.Durable == "azure-storage" ? await AzuriteProcess.StartAsync(cancellationToken: cancellationToken) : null;
        return new CrashStore(dynamoDb, azurite);
    }

    public TableContents ContentsOf(RunningHost host) => _client is null ? new TableFile(host.DataFolder) : new DynamoDbContents(_client, _table);

    public async ValueTask DisposeAsync()
    {
        _client?.Dispose();
        if (_azurite is not null)
            await _azurite.DisposeAsync();
        if (_dynamoDb is not null)
            await _dynamoDb.DisposeAsync();
    }
}
