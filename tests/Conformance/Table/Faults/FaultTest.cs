using System.Collections.Concurrent;
using Amazon.DynamoDBv2;
using Microsoft.Extensions.Time.Testing;
using Nots.Application.Common;
using Nots.Storage.DynamoDb;
using Nots.Storage.Table;

namespace Nots.Conformance.Table.Faults;

/// <summary>A table on DynamoDB Local whose HTTP has faults in it, and the same table without.</summary>
public abstract class FaultTest : IAsyncLifetime
{
    private protected const int Attempts = 5;

    private IAmazonDynamoDB? _client;

    private protected FaultyHttp Http { get; } = new();

    private protected DynamoDbOptions Options { get; private set; } = null!;

    private protected FakeTimeProvider Time { get; } = new(DateTimeOffset.FromUnixTimeSeconds(1797085800));

    private protected ConcurrentQueue<RequestCapacity> Capacities { get; } = new();

    /// <summary>The one with faults.</summary>
    private protected DynamoDbTable Table { get; private set; } = null!;

    /// <summary>The one without.</summary>
    private protected DynamoDbTable Sound { get; private set; } = null!;

    private protected static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private protected IEnumerable<string> Operations => Http.Exchanges.Select(exchange => exchange.Operation);

    public async ValueTask InitializeAsync()
    {
        Options = DynamoDbLocalFixture.Current.NextTable() with { Attempts = Attempts };
        await DynamoDbLocalFixture.Current.Client.CreateTableAsync(TableDefinition.Create(Options.Table, deletionProtection: false), Cancelled);
        _client = DynamoDbClients.Create(Options, Http);
        Table = Open(Options);
        Sound = new DynamoDbTable(DynamoDbLocalFixture.Current.Client, Options, Time, new IdSource(Time));
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        _client?.Dispose();
        await DynamoDbLocalFixture.Current.Client.DeleteTableAsync(Options.Table);
    }

    /// <summary>Tries again without waiting.</summary>
    private protected DynamoDbTable Open(DynamoDbOptions options, ICapacityObserver? observer = null) => new(_client!, options, Time, new IdSource(Time), observer, new NoWait());

    private protected Task<TableItem?> StoredAsync(TableItem item) => Sound.GetAsync(item.Key, Consistency.Strong, Cancelled);

    private sealed class NoWait : Random
    {
        public override double NextDouble() => 0;
    }
}
