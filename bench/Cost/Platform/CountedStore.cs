using Amazon.DynamoDBv2;
using Microsoft.Extensions.Time.Testing;
using Nots.Application.Common;
using Nots.Cost.Bench.Metering;
using Nots.Emulators;
using Nots.Storage.DynamoDb;
using Nots.Storage.Sqlite;
using Nots.Storage.Table;

namespace Nots.Cost.Bench.Platform;

/// <summary>An empty table that is counted.</summary>
internal sealed class CountedStore : IAsyncDisposable
{
    private readonly Stack<IAsyncDisposable> _parts = [];

    private CountedStore(ITable table) => Table = table;

    public ITable Table { get; }

    /// <summary>DynamoDB Local, which says itself what a request consumes.</summary>
    public static async Task<CountedStore> DynamoDbAsync(FakeTimeProvider time, Ledger ledger)
    {
        var local = await DynamoDbLocalProcess.StartAsync();
        var options = new DynamoDbOptions { Endpoint = local.Endpoint, Environment = "cost" };
        var client = DynamoDbClients.Create(options);
        // Without DynamoDB's own time-to-live: it goes by this machine's clock, and the platform by another.
        await client.CreateTableAsync(TableDefinition.Create(options.Table, deletionProtection: false));
        var meter = new Meter();
        var store = new CountedStore(new CountingTable(
            new DynamoDbTable(client, options, time, new IdSource(time), meter), new DynamoDbTable(client, options, time, new IdSource(time)), ledger, meter));
        store._parts.Push(local);
        store._parts.Push(new Closing(client));
        return store;
    }

    /// <summary>SQLite, counted by DynamoDB's rules: for a look on a machine without Java.</summary>
    public static async Task<CountedStore> SqliteAsync(string folder, FakeTimeProvider time, Ledger ledger)
    {
        var table = await SqliteTable.OpenAsync(new SqliteTableOptions(Path.Combine(folder, "table.db")), time);
        var store = new CountedStore(new CountingTable(table, table, ledger, null));
        store._parts.Push(table);
        return store;
    }

    public async ValueTask DisposeAsync()
    {
        while (_parts.TryPop(out var part))
            await part.DisposeAsync();
    }

    private sealed class Closing(IAmazonDynamoDB client) : IAsyncDisposable
    {
        public ValueTask DisposeAsync()
        {
            client.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
