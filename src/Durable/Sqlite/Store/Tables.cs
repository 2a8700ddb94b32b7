using DurableTask.Core;
using DurableTask.Core.History;
using Microsoft.Data.Sqlite;
using Nots.Durable.Sqlite.Events;

namespace Nots.Durable.Sqlite.Store;

internal sealed class InstanceTable(Func<string, Statement> prepare)
{
    private readonly Statement _insert = prepare("""
        INSERT INTO instances (id, execution, status, updated_at, created_at, scheduled_at, generation, name, version, tags, parent, input)
        VALUES (?1, ?2, 'Pending', ?3, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10) RETURNING number
        """);

    private readonly Statement _update = prepare("""
        UPDATE instances SET execution = ?2, status = ?3, updated_at = ?4, completed_at = ?5, custom_status = ?6, output = ?7, failure = ?8
        WHERE number = ?1 AND completed_at IS NULL
        """);

    private readonly Statement _renew = prepare(
        "UPDATE instances SET input = ?2, name = ?3, version = ?4, tags = ?5, generation = ?6, scheduled_at = ?7 WHERE number = ?1");

    private readonly Statement _about = prepare("SELECT custom_status, parent, tags FROM instances WHERE number = ?1");
    private readonly Statement _delete = prepare("DELETE FROM instances WHERE number = ?1");

    /// <returns>Its number: one is never used twice.</returns>
    public long Insert(ExecutionStartedEvent started, DateTimeOffset now)
    {
        try
        {
            _insert.Bind(1, started.OrchestrationInstance.InstanceId).Bind(2, started.OrchestrationInstance.ExecutionId ?? "")
                .Bind(3, now.UtcTicks).Bind(4, TicksOf(started.ScheduledStartTime)).Bind(5, started.Generation)
                .Bind(6, started.Name ?? "").Bind(7, started.Version).Bind(8, EventJson.WriteTags(started.Tags))
                .Bind(9, EventJson.WriteParent(started.ParentInstance)).Bind(10, started.Input).Step();
            return _insert.Long(0);
        }
        finally
        {
            _insert.Reset();
        }
    }

    /// <returns>False when there is no such instance, or it has ended.</returns>
    public bool Update(long number, string executionId, OrchestrationStatus status, string? customStatus, string? output, FailureDetails? failure, DateTimeOffset now) =>
        _update.Bind(1, number).Bind(2, executionId).Bind(3, Statuses.NameOf(status)).Bind(4, now.UtcTicks)
            .Bind(5, status.HasEnded() ? now.UtcTicks : null).Bind(6, customStatus).Bind(7, output).Bind(8, EventJson.WriteFailure(failure))
            .Execute() > 0;

    public string? CustomStatus(long number) => About(number, static row => row.Text(0));

    /// <summary>Who waits for it, if anybody; and whether nobody is to be told how it ends.</summary>
    public (ParentInstance? Parent, bool IsForgotten) Parent(long number) => About(number, static row =>
        (EventJson.ReadParent(row.Text(1)), EventJson.ReadTags(row.Text(2))?.ContainsKey(OrchestrationTags.FireAndForget) == true));

    /// <summary>What a new execution of the same instance brings with it. It keeps its place in lists: it was created when it was.</summary>
    public void Renew(long number, ExecutionStartedEvent started) =>
        _renew.Bind(1, number).Bind(2, started.Input).Bind(3, started.Name).Bind(4, started.Version).Bind(5, EventJson.WriteTags(started.Tags))
            .Bind(6, started.Generation).Bind(7, TicksOf(started.ScheduledStartTime)).Execute();

    public void Delete(long number) => _delete.Bind(1, number).Execute();

    private static long? TicksOf(DateTime? time) => time is { } known ? UtcTime.Of(known).UtcTicks : null;

    private T About<T>(long number, Func<Statement, T> read)
    {
        try
        {
            _about.Bind(1, number).Step();
            return read(_about);
        }
        finally
        {
            _about.Reset();
        }
    }
}

internal sealed class HistoryTable(Func<string, Statement> prepare)
{
    private const int IndexBits = 24;

    private readonly Statement _insert = prepare("INSERT INTO history (position, events) VALUES (?1, ?2)");
    private readonly Statement _last = prepare("SELECT max(position) FROM history WHERE position BETWEEN ?1 AND ?2");
    private readonly Statement _delete = prepare("DELETE FROM history WHERE position BETWEEN ?1 AND ?2");

    public static long First(long number) => number << IndexBits;

    public static long Last(long number) => (number << IndexBits) | ((1 << IndexBits) - 1);

    /// <param name="number">The instance's.</param>
    /// <param name="index">How many events come before these.</param>
    /// <param name="events">JSON.</param>
    /// <exception cref="InvalidOperationException">A history of more than sixteen million events.</exception>
    public void Append(long number, int index, ReadOnlySpan<byte> events)
    {
        if (index >= 1 << IndexBits)
            throw new InvalidOperationException($"The history has {index} events, which is too long: let the orchestration continue as new.");
        _insert.Bind(1, First(number) | (long)index).Bind(2, events).Execute();
    }

    /// <summary>Appends the last events of an instance whose history may not be readable.</summary>
    public void AppendLast(long number, ReadOnlySpan<byte> events)
    {
        long last;
        try
        {
            _last.Bind(1, First(number)).Bind(2, Last(number)).Step();
            last = _last.IsNull(0) ? First(number) - 1 : _last.Long(0);
        }
        finally
        {
            _last.Reset();
        }

        _insert.Bind(1, last + 1).Bind(2, events).Execute();
    }

    public void DeleteAll(long number) => _delete.Bind(1, First(number)).Bind(2, Last(number)).Execute();
}

internal sealed class MessageTable(Func<string, Statement> prepare)
{
    private readonly Statement _insert = prepare("INSERT INTO messages (instance, position, execution, visible_at, event) VALUES (?1, ?2, ?3, ?4, ?5)");
    private readonly Statement _delete = prepare("DELETE FROM messages WHERE instance = ?1 AND position = ?2");
    private readonly Statement _deleteAll = prepare("DELETE FROM messages WHERE instance = ?1");
    private readonly Statement _deleteStale = prepare("DELETE FROM messages WHERE instance = ?1 AND execution <> ?2");

    public static long LastPosition(SqliteConnection connection)
    {
        using var last = new Statement(connection, """
            SELECT max(coalesce((SELECT max(position) FROM messages), 0), coalesce((SELECT max(position) FROM activities), 0))
            """);
        last.Step();
        return last.Long(0);
    }

    public void Insert(long number, long position, string? executionId, DateTimeOffset? visibleAt, ReadOnlySpan<byte> json) =>
        _insert.Bind(1, number).Bind(2, position).Bind(3, executionId).Bind(4, visibleAt?.UtcTicks).Bind(5, json).Execute();

    public void Delete(long number, long position) => _delete.Bind(1, number).Bind(2, position).Execute();

    public void DeleteAll(long number) => _deleteAll.Bind(1, number).Execute();

    /// <summary>What is for earlier executions: timers that were not waited for any more, late results.</summary>
    public void DeleteStale(long number, string executionId) => _deleteStale.Bind(1, number).Bind(2, executionId).Execute();
}

internal sealed class ActivityTable(Func<string, Statement> prepare)
{
    private readonly Statement _insert = prepare(
        "INSERT INTO activities (instance, position, execution, deliveries, tags, event) VALUES (?1, ?2, ?3, 0, ?4, ?5)");

    private readonly Statement _delete = prepare("DELETE FROM activities WHERE instance = ?1 AND position = ?2");
    private readonly Statement _deleteAll = prepare("DELETE FROM activities WHERE instance = ?1");
    private readonly Statement _forgive = prepare("UPDATE activities SET deliveries = 0 WHERE deliveries > 0");

    private readonly Statement _count = prepare(
        "UPDATE activities SET deliveries = deliveries + 1 WHERE instance = ?1 AND position = ?2 RETURNING deliveries");

    public void Insert(long number, long position, string executionId, string? tags, ReadOnlySpan<byte> json) =>
        _insert.Bind(1, number).Bind(2, position).Bind(3, executionId).Bind(4, tags).Bind(5, json).Execute();

    /// <returns>False when it is not wanted any more.</returns>
    public bool Delete(long number, long position) => _delete.Bind(1, number).Bind(2, position).Execute() > 0;

    public void DeleteAll(long number) => _deleteAll.Bind(1, number).Execute();

    /// <returns>How often it was handed out after an end of the process; 0 when it is not wanted any more.</returns>
    public int CountDelivery(long number, long position)
    {
        try
        {
            return _count.Bind(1, number).Bind(2, position).Step() ? _count.Int(0) : 0;
        }
        finally
        {
            _count.Reset();
        }
    }

    public void Forgive() => _forgive.Execute();
}
