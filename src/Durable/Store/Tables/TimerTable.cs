using Microsoft.Data.Sqlite;

namespace Nots.Durable.Store.Tables;

internal sealed class TimerTable(SqliteConnection connection) : IDisposable
{
    private readonly Statement _insert = new(connection, """
        INSERT INTO timers (instance, execution, task, fire_at) VALUES ($1, $2, $3, $4)
        """, 4);

    private readonly Statement _remove = new(connection, "DELETE FROM timers WHERE instance = $1 AND execution = $2 AND task = $3", 3);
    private readonly Statement _clear = new(connection, "DELETE FROM timers WHERE instance = $1", 1);

    public void Add(TimerTask timer) =>
        _insert.Execute(timer.Key.Instance, timer.Key.Execution, timer.Key.TaskId, timer.FireAt.UtcTicks);

    public void Remove(TaskKey key) => _remove.Execute(key.Instance, key.Execution, key.TaskId);

    public void Clear(long instance) => _clear.Execute(instance);

    public void Dispose()
    {
        _insert.Dispose();
        _remove.Dispose();
        _clear.Dispose();
    }
}
