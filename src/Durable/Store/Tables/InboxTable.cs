using Microsoft.Data.Sqlite;
using Nots.Durable.History;

namespace Nots.Durable.Store.Tables;

internal sealed class InboxTable : IDisposable
{
    private readonly Statement _insert;
    private readonly Statement _remove;
    private readonly Statement _clear;
    private long _last;

    public InboxTable(SqliteConnection connection)
    {
        _insert = new(connection, "INSERT INTO inbox (position, instance, execution, event) VALUES ($1, $2, $3, $4)", 4);
        _remove = new(connection, "DELETE FROM inbox WHERE position = $1", 1);
        _clear = new(connection, "DELETE FROM inbox WHERE instance = $1", 1);
        using var last = new Statement(connection, "SELECT coalesce(max(position), 0) FROM inbox");
        using var row = last.Query();
        row.Read();
        _last = row.GetInt64(0);
    }

    /// <summary>Adds a message behind all others.</summary>
    /// <returns>The message with its position.</returns>
    public InstanceMessage Add(long instance, IncomingEvent incoming, int? execution)
    {
        var message = new InstanceMessage(incoming, execution, ++_last);
        _insert.Execute(message.Position, instance, execution, HistoryJson.Write(incoming));
        return message;
    }

    public void Remove(long position) => _remove.Execute(position);

    public void Clear(long instance) => _clear.Execute(instance);

    public void Dispose()
    {
        _insert.Dispose();
        _remove.Dispose();
        _clear.Dispose();
    }
}
