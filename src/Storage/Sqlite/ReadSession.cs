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

    private long Now() => _time.GetUtcNow().ToUnixTimeSeconds();
}
