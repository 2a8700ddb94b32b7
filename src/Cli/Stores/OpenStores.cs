using Amazon.DynamoDBv2;
using Amazon.Runtime;
using Microsoft.Extensions.DependencyInjection;
using Nots.Application.Common;
using Nots.Storage;
using Nots.Storage.DynamoDb;
using Nots.Storage.Sqlite;
using Nots.Storage.Table;
using Nots.Storage.Transfer;

namespace Nots.Cli.Stores;

/// <summary>Opens what the command line names.</summary>
/// <param name="time">The clock of waits, and by which items expire.</param>
/// <param name="http">Takes the place of the SDK's own HTTP in tests.</param>
internal sealed class OpenStores(TimeProvider time, HttpClientFactory? http = null)
{
    private const int Retries = 10;
    private const int MostReaders = 64;

    private static readonly TimeSpan AttemptTimeout = TimeSpan.FromSeconds(30);

    public async Task<ITableScan> ToReadAsync(StoreAddress address, CancellationToken cancellationToken) => address switch
    {
        SqliteAddress sqlite => await SqliteTableScan.OpenAsync(sqlite.Path, MostReaders, cancellationToken),
        DynamoDbAddress dynamo => new DynamoDbTableScan(Client(dynamo), dynamo.Table),
        _ => throw new InvalidOperationException($"Unknown store {address}."),
    };

    public async Task<ITableLoad> ToFillAsync(StoreAddress address, CancellationToken cancellationToken) => address switch
    {
        SqliteAddress sqlite => await SqliteTableLoad.OpenAsync(sqlite.Path, time, cancellationToken),
        DynamoDbAddress dynamo => new DynamoDbTableLoad(Client(dynamo), dynamo.Table, time),
        _ => throw new InvalidOperationException($"Unknown store {address}."),
    };

    /// <summary>Why the store cannot hold an item; null when it can. DynamoDB holds whatever came from a table of this design.</summary>
    public static Func<RawItem, string?> Refusals(StoreAddress address) => address is SqliteAddress ? SqliteTableLoad.WhyNot : _ => null;

    /// <exception cref="CommandFailedException">What was said of the table, region or endpoint cannot be.</exception>
    public IAmazonDynamoDB Client(DynamoDbAddress address) => DynamoDbClients.Create(Options(address), http, Retries);

    /// <summary>The platform's own stores on a table, for what is written in entities and not item by item.</summary>
    /// <exception cref="CommandFailedException">What was said of the table, region or endpoint cannot be.</exception>
    public ServiceProvider Entities(DynamoDbAddress address) => new ServiceCollection()
        .AddSingleton(time)
        .AddSingleton(_ => DynamoDbClients.Create(Options(address), http))
        .AddSingleton<ITable>(provider => new DynamoDbTable(provider.GetRequiredService<IAmazonDynamoDB>(), Options(address), time, new IdSource(time)))
        .AddStorage()
        .BuildServiceProvider();

    private static DynamoDbOptions Options(DynamoDbAddress address)
    {
        var options = new DynamoDbOptions
        {
            TableName = address.Table,
            Region = address.Region ?? EnvironmentsRegion(address) ?? DynamoDbOptions.DefaultRegion,
            Endpoint = address.Endpoint,
            // One try's: the table's own deadline is of requests, which must not wait as long as a tool may.
            Deadline = AttemptTimeout,
        };
        return options.Faults() is { Count: > 0 } faults ? throw new CommandFailedException(string.Join(" ", faults), ExitCode.Usage) : options;
    }

    /// <summary>As the AWS command line finds it: in the environment or the profile. An emulator has none.</summary>
    private static string? EnvironmentsRegion(DynamoDbAddress address) =>
        address.Endpoint is null ? FallbackRegionFactory.GetRegionEndpoint(includeInstanceMetadata: false)?.SystemName : null;
}
