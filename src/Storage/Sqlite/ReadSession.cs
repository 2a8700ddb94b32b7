using Microsoft.Data.Sqlite;
using Nots.Storage.Table;

namespace Nots.Storage.Sqlite;

/// <summary>A read-only connection and its prepared statements, used by one read at a time.</summary>
internal sealed class ReadSession : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly TimeProvider _time;
    private readonly Statement _begin;
    private readonly Statement _end;
    private readonly Statement _get;
    private readonly Dictionary<QueryShape, Statement> _queries = [];

    public ReadSession(SqliteConnection connection, TimeProvider time)
    {
        _connection = connection;
        _time = time;
        _begin = new Statement(connection, "BEGIN");
        _end = new Statement(connection, "COMMIT");
        _get = new Statement(
            connection, $"SELECT {ItemRow.Columns} FROM items WHERE pk = @pk AND sk = @sk AND (ttl IS NULL OR ttl >= @now)", "@pk", "@sk", "@now");
    }

    public TableItem? Get(TableKey key) => Get(key, Now(), out _);

    /// <summary>The items as one snapshot has them, and how many bytes they have together.</summary>
    public (TableItem?[] Items, long Bytes) GetTogether(IReadOnlyList<TableKey> keys)
    {
        var items = new TableItem?[keys.Count];
        long total = 0;
        var now = Now();
        _begin.Execute();
        for (var i = 0; i < items.Length; i++)
        {
            items[i] = Get(keys[i], now, out var bytes);
            total += bytes;
        }

        _end.Execute();
        return (items, total);
    }

    public TablePage Query(TableQuery query)
    {
        var shape = QueryShape.Of(query);
        if (!_queries.TryGetValue(shape, out var statement))
            _queries.Add(shape, statement = shape.Prepare(_connection));

        using var rows = statement.Query(QueryShape.Values(query, Now()));
        return Page(rows, query);
    }

    /// <summary>What the rows of a range of keys hold, expired ones too, up to a page's size; whether there may be more.</summary>
    public (List<TableItem> Items, bool More) Scan(TableKey? after, TableKey? through)
    {
        using var statement = new Statement(
            _connection,
            $"SELECT {ItemRow.Columns} FROM items WHERE (pk, sk) > (@after_pk, @after_sk)"
            + (through is null ? "" : " AND (pk, sk) <= (@through_pk, @through_sk)")
            + " ORDER BY pk, sk",
            "@after_pk", "@after_sk", "@through_pk", "@through_sk");
        using var rows = statement.Query(Bytes(after?.PartitionKey), Bytes(after?.SortKey), Bytes(through?.PartitionKey), Bytes(through?.SortKey));
        var items = new List<TableItem>();
        for (long bytes = 0; rows.Read();)
        {
            bytes += ItemRow.Size(rows);
            if (items.Count > 0 && bytes > TablePage.MaxBytes)
                return (items, true);
            items.Add(ItemRow.Read(rows));
        }

        return (items, false);
    }

    /// <summary>Keys that divide the table into so many ranges of about as many items, and how many items there are.</summary>
    public (List<TableKey> Keys, long Items) Divide(int ranges)
    {
        using var count = new Statement(_connection, "SELECT count(*) FROM items");
        using var counted = count.Query();
        counted.Read();
        var items = counted.GetInt64(0);
        var step = Math.Max(1, (items + ranges - 1) / ranges);

        using var divide = new Statement(
            _connection,
            "SELECT pk, sk FROM (SELECT pk, sk, row_number() OVER (ORDER BY pk, sk) AS number FROM items) WHERE number % @step = 0 AND number < @items",
            "@step", "@items");
        using var rows = divide.Query(step, items);
        var keys = new List<TableKey>();
        while (rows.Read())
            keys.Add(ItemRow.Key(rows));
        return (keys, items);
    }

    public void Dispose()
    {
        _begin.Dispose();
        _end.Dispose();
        _get.Dispose();
        foreach (var query in _queries.Values)
            query.Dispose();
        _connection.Dispose();
    }

    private TableItem? Get(TableKey key, long now, out int bytes)
    {
        using var rows = _get.Query(Utf8.Encode(key.PartitionKey), Utf8.Encode(key.SortKey), now);
        var found = rows.Read();
        bytes = found ? ItemRow.Size(rows) : 0;
        return found ? ItemRow.Read(rows) : null;
    }

    private static TablePage Page(SqliteDataReader rows, TableQuery query)
    {
        var items = new List<TableItem>(Math.Min(query.Limit, 128));
        long bytes = 0;
        while (rows.Read())
        {
            bytes += ItemRow.Size(rows);
            if (items.Count == query.Limit || (items.Count > 0 && bytes > TablePage.MaxBytes))
                return new TablePage(items, TablePosition.Of(items[^1], query.Index));
            items.Add(ItemRow.Read(rows));
        }

        return new TablePage(items, null);
    }

    /// <summary>A key before every other where there is none: no part of a key is empty.</summary>
    private static byte[] Bytes(string? part) => part is null ? [] : Utf8.Encode(part);

    private long Now() => _time.GetUtcNow().ToUnixTimeSeconds();
}
