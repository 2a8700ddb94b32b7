using Amazon.DynamoDBv2;
using Nots.Conformance.Table;
using Nots.Emulators;
using Nots.Storage.DynamoDb;

[assembly: AssemblyFixture(typeof(DynamoDbLocalFixture))]

namespace Nots.Conformance.Table;

/// <summary>One DynamoDB Local, in memory, for all tests of this assembly; each makes a table of its own in it.</summary>
public sealed class DynamoDbLocalFixture : IAsyncLifetime
{
    private DynamoDbLocalProcess? _process;
    private int _tables;

    internal static DynamoDbLocalFixture Current { get; private set; } = null!;

    internal IAmazonDynamoDB Client { get; private set; } = null!;

    private Uri Endpoint => _process!.Endpoint;

    public async ValueTask InitializeAsync()
    {
        _process = await DynamoDbLocalProcess.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        Client = DynamoDbClients.Create(OptionsOf("none"));
        Current = this;
    }

    public async ValueTask DisposeAsync()
    {
        Client?.Dispose();
        if (_process is not null)
            await _process.DisposeAsync();
    }

    /// <summary>The options of a table that nobody else has.</summary>
    internal DynamoDbOptions NextTable() => OptionsOf($"table-{Interlocked.Increment(ref _tables)}");

    private DynamoDbOptions OptionsOf(string table) => new() { Endpoint = Endpoint, TableName = table, Deadline = TimeSpan.FromSeconds(60), AttemptTimeout = TimeSpan.FromSeconds(30) };
}
