using Microsoft.Data.Sqlite;
using Nots.Durable.History;

namespace Nots.Durable.Store.Tables;

internal sealed class HistoryTable(SqliteConnection connection) : IDisposable
{
    private readonly Statement _append = new(connection, "INSERT INTO history (instance, sequence, event) VALUES ($1, $2, $3)", 3);
    private readonly Statement _clear = new(connection, "DELETE FROM history WHERE instance = $1", 1);

    /// <summary>Appends; a sequence that is taken is an error, never an overwrite.</summary>
    public void Append(long instance, int sequence, HistoryEvent historyEvent) =>
        _append.Execute(instance, sequence, HistoryJson.Write(historyEvent));

    public void Clear(long instance) => _clear.Execute(instance);

    public void Dispose()
    {
        _append.Dispose();
        _clear.Dispose();
    }
}
