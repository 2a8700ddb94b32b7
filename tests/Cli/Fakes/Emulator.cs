using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Nots.Cli.Stores;
using Nots.Emulators;
using Nots.Storage.DynamoDb;

[assembly: AssemblyFixture(typeof(Nots.Cli.Tests.Fakes.Emulator))]

namespace Nots.Cli.Tests.Fakes;

/// <summary>One DynamoDB Local, in memory, for all tests of this assembly; each makes tables of its own in it.</summary>
public sealed class Emulator : IAsyncLifetime
{
    private DynamoDbLocalProcess? _process;
    private int _tables;

    internal Uri Endpoint => _process!.Endpoint;

    internal IAmazonDynamoDB Client { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        _process = await DynamoDbLocalProcess.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        Client = new OpenStores(TimeProvider.System).Client(Address("any"));
    }

    public async ValueTask DisposeAsync()
    {
        Client?.Dispose();
        if (_process is not null)
            await _process.DisposeAsync();
    }

    internal DynamoDbAddress Address(string table) => new(table, "eu-west-2", Endpoint);

    /// <summary>A name that no table has.</summary>
    internal string NextName() => $"table-{Interlocked.Increment(ref _tables)}";

    /// <summary>A new, empty table of the design.</summary>
    internal async Task<DynamoDbAddress> NewTableAsync()
    {
        var address = Address(NextName());
        await Client.CreateTableAsync(TableDefinition.Create(address.Table, deletionProtection: false), TestContext.Current.CancellationToken);
        return address;
    }

    internal async Task<int> CountAsync(DynamoDbAddress table) =>
        (await Client.ScanAsync(new ScanRequest { TableName = table.Table, Select = Select.COUNT, ConsistentRead = true }, TestContext.Current.CancellationToken)).Count ?? 0;

    /// <summary>The options that name a table of this emulator.</summary>
    internal string[] Options(DynamoDbAddress table, string store = "--store", string endpoint = "--endpoint") =>
        [store, $"dynamodb:{table.Table}", endpoint, Endpoint.ToString()];
}
