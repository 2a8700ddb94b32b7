using Nots.Storage.DynamoDb;
using Nots.Storage.Table;

namespace Nots.Cost.Bench.Metering;

/// <summary>
/// A table that writes down what each request consumes by DynamoDB's rules, and what DynamoDB tells of it.
/// </summary>
/// <param name="table">To be counted.</param>
/// <param name="looking">The same table, for looking at an item before it is written, uncounted.</param>
/// <param name="ledger">Where the counts go.</param>
/// <param name="meter">What DynamoDB says; null where the table is not DynamoDB.</param>
internal sealed class CountingTable(ITable table, ITable looking, Ledger ledger, Meter? meter) : ITable
{
    public Task<TableItem?> GetAsync(TableKey key, Consistency consistency, CancellationToken cancellationToken) => ReadAsync(
        "GetItem",
        () => table.GetAsync(key, consistency, cancellationToken),
        item => Units.Read(SizeOf(item), consistency == Consistency.Strong));

    public Task<IReadOnlyList<TableItem>> BatchGetAsync(
        IReadOnlyCollection<TableKey> keys, Consistency consistency, CancellationToken cancellationToken) => ReadAsync(
        "BatchGetItem",
        () => table.BatchGetAsync(keys, consistency, cancellationToken),
        items => Units.ReadEach(keys.Count, items.Select(SizeOf), consistency == Consistency.Strong));

    public Task<IReadOnlyList<TableItem?>> TransactGetAsync(IReadOnlyList<TableKey> keys, CancellationToken cancellationToken) => ReadAsync(
        "TransactGetItems",
        () => table.TransactGetAsync(keys, cancellationToken),
        items => 2 * Units.ReadEach(keys.Count, items.Select(SizeOf), strong: true));

    public Task<TablePage> QueryAsync(TableQuery query, CancellationToken cancellationToken) => ReadAsync(
        "Query",
        () => table.QueryAsync(query, cancellationToken),
        page => Units.Read(page.Items.Sum(SizeOf), query.Consistency == Consistency.Strong));

    public Task<WriteOutcome> WriteAsync(TableWrite write, CancellationToken cancellationToken) => WriteAsync(
        write is TableWrite.Put ? "PutItem" : "DeleteItem", [write], 1, () => table.WriteAsync(write, cancellationToken));

    public Task<WriteOutcome> TransactWriteAsync(IReadOnlyList<TableWrite> writes, CancellationToken cancellationToken) => WriteAsync(
        "TransactWriteItems", writes, 2, () => table.TransactWriteAsync(writes, cancellationToken));

    public async Task BatchWriteAsync(IReadOnlyList<TableWrite> writes, CancellationToken cancellationToken)
    {
        foreach (var some in writes.Chunk(25))
        {
            await WriteAsync("BatchWriteItem", some, 1, async () =>
            {
                await table.BatchWriteAsync(some, cancellationToken);
                return WriteOutcome.Done;
            });
        }
    }

    private async Task<T> ReadAsync<T>(string kind, Func<Task<T>> read, Func<T, double> byRule)
    {
        var told = meter?.Begin();
        var answer = await read();
        ledger.Add(kind, byRule(answer), 0, [], Told(told));
        return answer;
    }

    private async Task<WriteOutcome> WriteAsync(string kind, IReadOnlyList<TableWrite> writes, int each, Func<Task<WriteOutcome>> write)
    {
        var changes = new List<ItemChange>();
        foreach (var one in writes)
            changes.Add(ChangeOf(one, await looking.GetAsync(one.Key, Consistency.Strong, CancellationToken.None)));
        var told = meter?.Begin();
        var outcome = await write();
        // Writes whose condition did not hold are paid for, too; the indexes are left alone then.
        IReadOnlyList<ItemChange> done = outcome.Committed ? changes : [];
        ledger.Add(kind, 0, (each * changes.Sum(change => change.TableUnits)) + done.Sum(change => change.IndexUnits), done, Told(told));
        return outcome;
    }

    /// <summary>What DynamoDB told of the one request that a call makes here.</summary>
    private static double? Told(List<RequestCapacity>? told) => told switch
    {
        null => null,
        [var one] => one.Units,
        _ => throw new InvalidOperationException($"A call made {told.Count} requests; on this machine nothing is throttled, so that one is expected."),
    };

    private static ItemChange ChangeOf(TableWrite write, TableItem? before)
    {
        var after = write switch
        {
            TableWrite.Put put => put.Item,
            TableWrite.Check => before,
            _ => null,
        };
        var (old, now) = (SizeOf(before), SizeOf(after));
        var indexes = write is TableWrite.Check
            ? 0
            : Units.Index(KeyOf(before?.Gsi1), old, KeyOf(after?.Gsi1), now)
            + Units.Index(KeyOf(before?.Gsi2), old, KeyOf(after?.Gsi2), now)
            + Units.Index(KeyOf(before?.Gsi3), old, KeyOf(after?.Gsi3), now);
        var stands = new[] { after?.Gsi1, after?.Gsi2, after?.Gsi3 }.Count(key => key is not null);
        return new ItemChange(write.Key.ToString(), (after ?? before)?.EntityType ?? "", old, now, stands, indexes);
    }

    private static (string, string)? KeyOf(IndexKey? key) => key is { } known ? (known.PartitionKey, known.SortKey) : null;

    private static long SizeOf(TableItem? item) => item is null ? 0 : ItemSize.Of(item);
}
