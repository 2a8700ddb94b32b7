using Nots.Storage.DynamoDb;
using Nots.Storage.Table;
using Nots.Storage.Transfer;

namespace Nots.Storage.Sqlite;

/// <summary>Fills a table's file, which no other process may have open meanwhile.</summary>
public sealed class SqliteTableLoad : ITableLoad
{
    private readonly SqliteTable _table;
    private readonly SqliteTableScan _scan;

    private SqliteTableLoad(SqliteTable table, SqliteTableScan scan) => (_table, _scan) = (table, scan);

    /// <summary>Opens the table in a file, and creates it if there is none.</summary>
    /// <exception cref="SqliteTableFileException">Another process has the file, or it is not one that this program can use.</exception>
    public static async Task<SqliteTableLoad> OpenAsync(string path, TimeProvider time, CancellationToken cancellationToken)
    {
        var table = await SqliteTable.OpenAsync(new SqliteTableOptions(path), time);
        try
        {
            return new SqliteTableLoad(table, await SqliteTableScan.OpenAsync(path, readers: 1, cancellationToken));
        }
        catch
        {
            await table.DisposeAsync();
            throw;
        }
    }

    /// <summary>Why no SQLite table can hold an item as it is; null when it can.</summary>
    public static string? WhyNot(RawItem item)
    {
        try
        {
            var known = AttributeCodec.ToItem(item.Attributes);
            TableRequests.Validate(new TableWrite.Put(known, TableCondition.None));
            return AttributeCodec.ToRawItem(known).IsSameAs(item) ? null : "It has an attribute, or a kind of value (binary, a set), that only DynamoDB holds.";
        }
        catch (Exception fault) when (fault is InvalidDataException or ArgumentException or TableItemTooLargeException)
        {
            return fault.Message;
        }
    }

    public async Task<bool> IsEmptyAsync(CancellationToken cancellationToken) =>
        (await _scan.PlanAsync(segments: 1, cancellationToken)).Items == 0;

    public async Task<IReadOnlyList<RawItem>> GetAsync(IReadOnlyCollection<TableKey> keys, CancellationToken cancellationToken) =>
        [.. (await _table.BatchGetAsync(keys, Consistency.Strong, cancellationToken)).Select(AttributeCodec.ToRawItem)];

    public async Task<bool> PutAsync(RawItem item, TableCondition condition, CancellationToken cancellationToken) =>
        (await _table.WriteAsync(new TableWrite.Put(AttributeCodec.ToItem(item.Attributes), condition), cancellationToken)).Committed;

    /// <summary>The scan's connection first: the table's own, which closes last, brings the log into the file.</summary>
    public async ValueTask DisposeAsync()
    {
        await _scan.DisposeAsync();
        await _table.DisposeAsync();
    }
}
