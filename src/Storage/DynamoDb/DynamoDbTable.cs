using Amazon.DynamoDBv2;
using Nots.Application.Common;
using Nots.Storage.Table;

namespace Nots.Storage.DynamoDb;

/// <summary>
/// The single table in DynamoDB. Nothing here reads the whole of it (<c>Scan</c>). A call is tried again for as long as it has tries
/// and time; a write whose answer was lost is, too, and what is then not certain is said to be so.
/// </summary>
public sealed class DynamoDbTable : ITable
{
    private readonly TimeProvider _time;
    private readonly RequestRetries _retries;
    private readonly ItemRequests _items;
    private readonly BatchRequests _batches;
    private readonly TransactionRequests _transactions;

    /// <param name="client">From <see cref="DynamoDbClients"/>: it does not try again by itself. It stays its giver's to dispose of.</param>
    /// <param name="options">Which table, and how long a call may take.</param>
    /// <param name="time">The clock by which items expire.</param>
    /// <param name="ids">Names transactions, so that another try of one is known for that.</param>
    /// <param name="capacity">Is told what each request cost; null for not asking.</param>
    /// <param name="random">Spreads the tries; null for the shared one.</param>
    public DynamoDbTable(
        IAmazonDynamoDB client, DynamoDbOptions options, TimeProvider time, IIdSource ids, ICapacityObserver? capacity = null, Random? random = null)
    {
        var meter = new CapacityMeter(capacity);
        _time = time;
        _retries = new RequestRetries(options, random ?? Random.Shared);
        _items = new ItemRequests(client, options.Table, meter);
        _batches = new BatchRequests(client, options.Table, meter);
        _transactions = new TransactionRequests(client, options.Table, meter, ids);
    }

    public Task<TableItem?> GetAsync(TableKey key, Consistency consistency, CancellationToken cancellationToken)
    {
        TableRequests.Validate(key);
        var now = Now();
        return ReadAsync("get", async attempt => Live(await _items.GetAsync(key, consistency, attempt), now), cancellationToken);
    }

    public Task<IReadOnlyList<TableItem>> BatchGetAsync(
        IReadOnlyCollection<TableKey> keys, Consistency consistency, CancellationToken cancellationToken)
    {
        TableRequests.Validate(keys);
        if (keys.Count == 0)
            return Task.FromResult<IReadOnlyList<TableItem>>([]);

        var now = Now();
        var read = new BatchRead(keys, consistency);
        return ReadAsync<IReadOnlyList<TableItem>>(
            "batch_get",
            async attempt =>
            {
                await _batches.GetAsync(read, attempt);
                return [.. read.Found.Where(item => Live(item, now) is not null)];
            },
            cancellationToken);
    }

    public Task<IReadOnlyList<TableItem?>> TransactGetAsync(IReadOnlyList<TableKey> keys, CancellationToken cancellationToken)
    {
        TableRequests.Validate(keys);
        if (keys.Count == 0)
            return Task.FromResult<IReadOnlyList<TableItem?>>([]);

        TableKey[] all = [.. keys];
        var now = Now();
        return ReadAsync<IReadOnlyList<TableItem?>>(
            "transact_get", async attempt => [.. (await _transactions.GetAsync(all, attempt)).Select(item => Live(item, now))], cancellationToken);
    }

    public Task<TablePage> QueryAsync(TableQuery query, CancellationToken cancellationToken)
    {
        TableRequests.Validate(query);
        var page = new QueryRead(query, Now());
        return ReadAsync("query", attempt => page.ReadAsync(request => _items.QueryAsync(request, attempt)), cancellationToken);
    }

    public Task<WriteOutcome> WriteAsync(TableWrite write, CancellationToken cancellationToken)
    {
        var encoded = new Encoded();
        TableRequests.Validate(write, encoded.Measure);
        var now = Now();
        var condition = Condition.Of(write.Condition, now);
        switch (write)
        {
            case TableWrite.Put put:
                var attributes = encoded.Of(put.Item);
                return ChangeAsync("write", async attempt => Live(await _items.PutAsync(attributes, condition, attempt), now), cancellationToken);
            case TableWrite.Delete:
                return ChangeAsync("write", async attempt => Live(await _items.DeleteAsync(write.Key, condition, attempt), now), cancellationToken);
            case TableWrite.Check:
                return ReadAsync("write", async attempt => Check(write, Live(await _items.GetAsync(write.Key, Consistency.Strong, attempt), now)), cancellationToken);
            default:
                throw new InvalidOperationException($"Unknown write {write}.");
        }
    }

    public Task<WriteOutcome> TransactWriteAsync(IReadOnlyList<TableWrite> writes, CancellationToken cancellationToken)
    {
        var encoded = new Encoded();
        TableRequests.ValidateTransaction(writes, encoded.Measure);
        var now = Now();
        var transaction = _transactions.Begin(writes, encoded, now);
        return transaction is null
            ? Task.FromResult(WriteOutcome.Done)
            : ChangeAsync("transact_write", async attempt => Live(await _transactions.WriteAsync(transaction, attempt), now), cancellationToken);
    }

    /// <summary>Each request, of at most 25 writes, has a deadline of its own.</summary>
    public Task BatchWriteAsync(IReadOnlyList<TableWrite> writes, CancellationToken cancellationToken)
    {
        TableRequests.ValidateBatch(writes);
        return MeasureAsync("batch_write", async () =>
        {
            foreach (var chunk in writes.Chunk(BatchWrite.MaxWrites))
            {
                var write = new BatchWrite(chunk);
                await _retries.ChangeAsync("batch_write", attempt => _batches.WriteAsync(write, attempt), cancellationToken);
            }

            return writes.Count;
        });
    }

    private static Task<T> MeasureAsync<T>(string operation, Func<Task<T>> run) =>
        StorageTelemetry.IsListenedTo ? StorageTelemetry.MeasureAsync(operation, "aws.dynamodb", run) : run();

    private Task<T> ReadAsync<T>(string operation, Func<RequestTry, Task<T>> send, CancellationToken cancellationToken) =>
        MeasureAsync(operation, () => _retries.ReadAsync(operation, send, cancellationToken));

    private Task<WriteOutcome> ChangeAsync(string operation, Func<RequestTry, Task<WriteOutcome>> send, CancellationToken cancellationToken) =>
        MeasureAsync(operation, () => _retries.ChangeAsync(operation, send, cancellationToken));

    /// <summary>DynamoDB deletes an expired item only some days later.</summary>
    private static TableItem? Live(TableItem? item, long now) => item?.TimeToLive < now ? null : item;

    private static WriteOutcome Live(WriteOutcome outcome, long now) => outcome.Committed
        ? outcome
        : new WriteOutcome([.. outcome.Failures.Select(failure => failure with { Existing = Live(failure.Existing, now) })]);

    private static WriteOutcome Check(TableWrite check, TableItem? live) =>
        Condition.Holds(check.Condition, live) ? WriteOutcome.Done : new WriteOutcome([new FailedCondition(0, live)]);

    private long Now() => _time.GetUtcNow().ToUnixTimeSeconds();
}
