using Microsoft.Data.Sqlite;
using Nots.Storage.Table;

namespace Nots.Storage.Sqlite;

/// <summary>The one connection that writes, and its prepared statements. Used by the writer's thread only.</summary>
internal sealed class WriteSession : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly TimeProvider _time;
    private readonly Statement _begin;
    private readonly Statement _commit;
    private readonly Statement _state;
    private readonly Statement _item;
    private readonly Statement _put;
    private readonly Statement _delete;
    private readonly Statement _sweep;

    public WriteSession(SqliteConnection connection, TimeProvider time)
    {
        _connection = connection;
        _time = time;
        _begin = new Statement(connection, "BEGIN IMMEDIATE");
        _commit = new Statement(connection, "COMMIT");
        _state = new Statement(connection, "SELECT version, ttl FROM items WHERE pk = @pk AND sk = @sk", "@pk", "@sk");
        _item = new Statement(connection, $"SELECT {ItemRow.Columns} FROM items WHERE pk = @pk AND sk = @sk", "@pk", "@sk");
        _put = new Statement(connection, $"INSERT OR REPLACE INTO items ({ItemRow.Columns}) VALUES ({ItemRow.Parameters})", ItemRow.Parameters.Split(", "));
        _delete = new Statement(connection, "DELETE FROM items WHERE pk = @pk AND sk = @sk", "@pk", "@sk");
        _sweep = new Statement(
            connection,
            "DELETE FROM items WHERE (pk, sk) IN (SELECT pk, sk FROM items WHERE ttl < @before LIMIT @limit)",
            "@before", "@limit");
    }

    public void Begin() => _begin.Execute();

    public void Commit() => _commit.Execute();

    /// <summary>All writes, or none: the conditions first, then, if each holds, the changes.</summary>
    public WriteOutcome Apply(ReadOnlySpan<MeasuredWrite> writes)
    {
        var now = _time.GetUtcNow().ToUnixTimeSeconds();
        List<FailedCondition>? failures = null;
        for (var i = 0; i < writes.Length; i++)
        {
            if (!Holds(writes[i].Write, now))
                (failures ??= []).Add(new FailedCondition(i, Live(writes[i].Write.Key, now)));
        }

        if (failures is not null)
            return new WriteOutcome(failures);

        foreach (var write in writes)
            Change(write);
        return WriteOutcome.Done;
    }

    /// <summary>Deletes some of the items whose time-to-live ended before a moment (epoch seconds); says how many.</summary>
    public int Sweep(long before, int limit) => _sweep.Execute(before, limit);

    public void Dispose()
    {
        foreach (var statement in (ReadOnlySpan<Statement>)[_begin, _commit, _state, _item, _put, _delete, _sweep])
            statement.Dispose();
        _connection.Dispose();
    }

    private bool Holds(TableWrite write, long now)
    {
        if (write.Condition is TableCondition.Always)
            return true;

        var version = LiveVersion(write.Key, now);
        return write.Condition switch
        {
            TableCondition.Absent => version is null,
            TableCondition.Present => version is not null,
            TableCondition.AtVersion expected => version == expected.Version,
            _ => throw new InvalidOperationException($"Unknown condition {write.Condition}."),
        };
    }

    private long? LiveVersion(TableKey key, long now)
    {
        using var rows = _state.Query(Utf8.Encode(key.PartitionKey), Utf8.Encode(key.SortKey));
        return rows.Read() && (rows.IsDBNull(1) || rows.GetInt64(1) >= now) ? rows.GetInt64(0) : null;
    }

    private TableItem? Live(TableKey key, long now)
    {
        using var rows = _item.Query(Utf8.Encode(key.PartitionKey), Utf8.Encode(key.SortKey));
        return rows.Read() && ItemRow.Read(rows) is var item && !(item.TimeToLive < now) ? item : null;
    }

    private void Change(MeasuredWrite write)
    {
        switch (write.Write)
        {
            case TableWrite.Put put:
                ItemRow.Bind(_put.Parameters, put.Item, write.Bytes);
                _put.Execute();
                break;
            case TableWrite.Delete delete:
                _delete.Execute(Utf8.Encode(delete.Key.PartitionKey), Utf8.Encode(delete.Key.SortKey));
                break;
            case TableWrite.Check:
                break;
            default:
                throw new InvalidOperationException($"Unknown write {write.Write}.");
        }
    }
}
