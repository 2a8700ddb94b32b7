using Amazon.DynamoDBv2;
using Nots.Emulators;
using Nots.LocalHost.Tests.Running;
using Nots.Storage.DynamoDb;

namespace Nots.LocalHost.Tests.Crash;

/// <summary>What the hosts of one run keep their table in: a file of theirs, or a DynamoDB Local that no kill of them touches.</summary>
internal sealed class CrashStore : IAsyncDisposable
{
    private readonly DynamoDbLocalProcess? _process;
    private readonly IAmazonDynamoDB? _client;
    private readonly string _table = "";

    private CrashStore(DynamoDbLocalProcess? process)
    {
        if (process is null)
            return;
        var options = new DynamoDbOptions { Endpoint = process.Endpoint };
        (_process, _client, _table) = (process, DynamoDbClients.Create(options), options.Table);
        Settings = [("Nots__Store", "dynamodb"), ("Nots__DynamoDb__Endpoint", process.Endpoint.ToString())];
    }

    /// <summary>Of the host.</summary>
    public (string Name, string Value)[] Settings { get; } = [];

    public static async Task<CrashStore> OpenAsync(string store, CancellationToken cancellationToken) =>
        new(store == "dynamodb" ? await DynamoDbLocalProcess.StartAsync(cancellationToken: cancellationToken) : null);

    public TableContents ContentsOf(RunningHost host) => _client is null ? new TableFile(host.DataFolder) : new DynamoDbContents(_client, _table);

    public async ValueTask DisposeAsync()
    {
        _client?.Dispose();
        if (_process is not null)
            await _process.DisposeAsync();
    }
}
