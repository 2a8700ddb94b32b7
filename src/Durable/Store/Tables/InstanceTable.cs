using Microsoft.Data.Sqlite;
using Nots.Application.Orchestration;

namespace Nots.Durable.Store.Tables;

internal sealed class InstanceTable(SqliteConnection connection) : IDisposable
{
    private readonly Statement _findById = new(connection, $"SELECT {InstanceColumns.List} FROM instances WHERE id = $1", 1);
    private readonly Statement _find = new(connection, $"SELECT {InstanceColumns.List} FROM instances WHERE number = $1", 1);
    private readonly Statement _delete = new(connection, "DELETE FROM instances WHERE number = $1", 1);

    private readonly Statement _insert = new(connection, """
        INSERT INTO instances (id, name, execution, status, created_at, updated_at, input, parent, parent_execution, parent_task, next_sequence, applied)
        VALUES ($1, $2, 1, 'pending', $3, $3, $4, $5, $6, $7, 1, 0) RETURNING number
        """, 7);

    private readonly Statement _advance = new(connection, """
        UPDATE instances SET status = 'running', updated_at = max(updated_at, $4), custom_status = CASE WHEN $5 THEN $6 ELSE custom_status END,
          next_sequence = $7, applied = $7
        WHERE number = $1 AND execution = $2 AND next_sequence = $3 AND status IN ('pending', 'running')
        """, 7);

    private readonly Statement _end = new(connection, """
        UPDATE instances SET status = $2, output = $3, failure = $4 WHERE number = $1
        """, 4);

    private readonly Statement _setStatus = new(connection, """
        UPDATE instances SET status = $2, failure = $3, updated_at = max(updated_at, $4), next_sequence = next_sequence + 1 WHERE number = $1
        """, 4);

    private readonly Statement _renew = new(connection, """
        UPDATE instances SET execution = execution + 1, input = $2, status = $3, updated_at = max(updated_at, $4), next_sequence = 1, applied = 0,
          output = NULL, failure = NULL, custom_status = CASE WHEN $5 THEN custom_status ELSE NULL END,
          parent = $6, parent_execution = $7, parent_task = $8, name = $9
        WHERE number = $1
        """, 9);

    public InstanceRow? Find(string id) => Single(_findById, id);

    public InstanceRow? Find(long number) => Single(_find, number);

    /// <summary>Adds a pending instance; its first event is still to be appended.</summary>
    /// <returns>The new instance's number.</returns>
    public long Insert(string id, string name, DateTimeOffset at, string? input, TaskKey? parent)
    {
        using var row = _insert.Query(id, name, at.UtcTicks, input, parent?.Instance, parent?.Execution, parent?.TaskId);
        row.Read();
        return row.GetInt64(0);
    }

    /// <summary>Records a turn, if nothing else has touched the instance since it was loaded.</summary>
    public bool Advance(
        long number, int execution, int expectedSequence, int nextSequence, DateTimeOffset at, bool setsCustomStatus, string? customStatus) =>
        _advance.Execute(number, execution, expectedSequence, at.UtcTicks, setsCustomStatus, customStatus, nextSequence) == 1;

    public void End(long number, OrchestrationStatus status, string? output, string? failure) =>
        _end.Execute(number, StatusNames.Of(status), output, failure);

    /// <summary>For a change that adds one note to the history.</summary>
    public void SetStatus(long number, OrchestrationStatus status, string? failure, DateTimeOffset at) =>
        _setStatus.Execute(number, StatusNames.Of(status), failure, at.UtcTicks);

    /// <summary>Begins the next execution; its first event is still to be appended.</summary>
    public void Renew(
        InstanceRow instance, string name, string? input, OrchestrationStatus status, DateTimeOffset at, bool keepCustomStatus, TaskKey? parent) =>
        _renew.Execute(
            instance.Number, input, StatusNames.Of(status), at.UtcTicks, keepCustomStatus, parent?.Instance, parent?.Execution, parent?.TaskId, name);

    public void Delete(long number) => _delete.Execute(number);

    public void Dispose()
    {
        foreach (var statement in (Statement[])[_findById, _find, _delete, _insert, _advance, _end, _setStatus, _renew])
            statement.Dispose();
    }

    private static InstanceRow? Single(Statement statement, object key)
    {
        using var row = statement.Query(key);
        return row.Read() ? InstanceColumns.Read(row) : null;
    }
}
