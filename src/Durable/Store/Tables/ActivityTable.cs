using Microsoft.Data.Sqlite;

namespace Nots.Durable.Store.Tables;

internal sealed class ActivityTable(SqliteConnection connection) : IDisposable
{
    private readonly Statement _insert = new(connection, """
        INSERT INTO activities (instance, execution, task, name, input, deliveries) VALUES ($1, $2, $3, $4, $5, 0)
        """, 5);

    private readonly Statement _remove = new(connection, "DELETE FROM activities WHERE instance = $1 AND execution = $2 AND task = $3", 3);
    private readonly Statement _clear = new(connection, "DELETE FROM activities WHERE instance = $1", 1);
    private readonly Statement _forgive = new(connection, "UPDATE activities SET deliveries = 0 WHERE deliveries > 0");

    private readonly Statement _count = new(connection, """
        UPDATE activities SET deliveries = deliveries + 1 WHERE instance = $1 AND execution = $2 AND task = $3 RETURNING deliveries
        """, 3);

    public void Add(TaskKey key, string name, string? input) => _insert.Execute(key.Instance, key.Execution, key.TaskId, name, input);

    public void Remove(TaskKey key) => _remove.Execute(key.Instance, key.Execution, key.TaskId);

    public void Clear(long instance) => _clear.Execute(instance);

    /// <summary>Counts one more start of an activity that was open when the process ended.</summary>
    /// <returns>The count; 0 when the activity is no longer wanted.</returns>
    public int CountDelivery(TaskKey key)
    {
        using var row = _count.Query(key.Instance, key.Execution, key.TaskId);
        return row.Read() ? row.GetInt32(0) : 0;
    }

    /// <summary>After an orderly stop: no activity has taken the process down.</summary>
    public void ForgiveDeliveries() => _forgive.Execute();

    public void Dispose()
    {
        foreach (var statement in (Statement[])[_insert, _remove, _clear, _forgive, _count])
            statement.Dispose();
    }
}
