using Nots.Storage.Table;

namespace Nots.Cost.Bench.Metering;

/// <summary>A table that writes down what each request would consume of DynamoDB.</summary>
internal sealed class CountingTable(ITable table, Ledger ledger) : ITable
{
    public async Task<TableItem?> GetAsync(TableKey key, Consistency consistency, CancellationToken cancellationToken)
    {
        var item = await table.GetAsync(key, consistency, cancellationToken);
        Read("GetItem", Units.Read(SizeOf(item), consistency == Consistency.Strong));
        return item;
    }

    public async Task<IReadOnlyList<TableItem>> BatchGetAsync(
        IReadOnlyCollection<TableKey> keys, Consistency consistency, CancellationToken cancellationToken)
    {
        var items = await table.BatchGetAsync(keys, consistency, cancellationToken);
        var strong = consistency == Consistency.Strong;
        Read("BatchGetItem", items.Sum(item => Units.Read(SizeOf(item), strong)) + ((keys.Count - items.Count) * Units.Read(0, strong)));
        return items;
    }

    public async Task<IReadOnlyList<TableItem?>> TransactGetAsync(IReadOnlyList<TableKey> keys, CancellationToken cancellationToken)
    {
        var items = await table.TransactGetAsync(keys, cancellationToken);
        Read("TransactGetItems", items.Sum(item => 2 * Units.Read(SizeOf(item), strong: true)));
        return items;
    }

    public async Task<TablePage> QueryAsync(TableQuery query, CancellationToken cancellationToken)
    {
        var page = await table.QueryAsync(query, cancellationToken);
        Read("Query", Units.Read(page.Items.Sum(SizeOf), query.Consistency == Consistency.Strong));
        return page;
    }

    public async Task<WriteOutcome> WriteAsync(TableWrite write, CancellationToken cancellationToken)
    {
        var change = await ChangeOfAsync(write, cancellationToken);
        var outcome = await table.WriteAsync(write, cancellationToken);
        Written(write is TableWrite.Put ? "PutItem" : "DeleteItem", [change], 1, outcome.Committed);
        return outcome;
    }

    public async Task<WriteOutcome> TransactWriteAsync(IReadOnlyList<TableWrite> writes, CancellationToken cancellationToken)
    {
        var changes = await ChangesOfAsync(writes, cancellationToken);
        var outcome = await table.TransactWriteAsync(writes, cancellationToken);
        Written("TransactWriteItems", changes, 2, outcome.Committed);
        return outcome;
    }

    public async Task BatchWriteAsync(IReadOnlyList<TableWrite> writes, CancellationToken cancellationToken)
    {
        var changes = await ChangesOfAsync(writes, cancellationToken);
        await table.BatchWriteAsync(writes, cancellationToken);
        foreach (var some in changes.Chunk(25))
            Written("BatchWriteItem", some, 1, committed: true);
    }

    private void Read(string kind, double units) => ledger.Add(kind, units, 0, []);

    /// <summary>Writes whose condition did not hold are paid for, too; the indexes are left alone then.</summary>
    private void Written(string kind, IReadOnlyList<ItemChange> changes, int each, bool committed) => ledger.Add(
        kind, 0, changes.Sum(change => (each * change.TableUnits) + (committed ? change.IndexUnits : 0)), committed ? changes : []);

    private async Task<List<ItemChange>> ChangesOfAsync(IEnumerable<TableWrite> writes, CancellationToken cancellationToken)
    {
        var changes = new List<ItemChange>();
        foreach (var write in writes)
            changes.Add(await ChangeOfAsync(write, cancellationToken));
        return changes;
    }

    private async Task<ItemChange> ChangeOfAsync(TableWrite write, CancellationToken cancellationToken)
    {
        var before = await table.GetAsync(write.Key, Consistency.Strong, cancellationToken);
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
