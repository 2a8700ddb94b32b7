using Microsoft.Data.Sqlite;
using Nots.Application.Orchestration;

namespace Nots.Durable.Store;

/// <summary>Reads what is committed. Any thread; connections are pooled.</summary>
internal sealed class StoreReader(string connectionString)
{
    public InstanceRow? Find(string instanceId)
    {
        using var connection = Open();
        using var query = new Statement(connection, $"SELECT {InstanceColumns.List} FROM instances WHERE id = $1", 1);
        using var row = query.Query(instanceId);
        return row.Read() ? InstanceColumns.Read(row) : null;
    }

    /// <summary>The stored history text, one event each; null when there is no such instance.</summary>
    public IReadOnlyList<string>? History(string instanceId)
    {
        using var connection = Open();
        using var query = new Statement(connection, """
            SELECT h.event FROM instances i JOIN history h ON h.instance = i.number WHERE i.id = $1 ORDER BY h.sequence
            """, 1);
        using var row = query.Query(instanceId);
        var events = new List<string>();
        while (row.Read())
            events.Add(row.GetString(0));
        return events.Count == 0 ? null : events;
    }

    /// <summary>What a turn needs; history and inbox only of an instance that may take one.</summary>
    public StoredInstance? Load(long number)
    {
        using var connection = Open();
        using var snapshot = connection.BeginTransaction(deferred: true);
        using var find = new Statement(connection, $"SELECT {InstanceColumns.List} FROM instances WHERE number = $1", 1);
        InstanceRow instance;
        using (var row = find.Query(number))
        {
            if (!row.Read())
                return null;
            instance = InstanceColumns.Read(row);
        }

        return instance.Status is OrchestrationStatus.Pending or OrchestrationStatus.Running
            ? new StoredInstance(instance, History(connection, number), Inbox(connection, number))
            : new StoredInstance(instance, [], []);
    }

    public IReadOnlyList<InstanceRow> Query(OrchestrationQuery query, long before)
    {
        using var connection = Open();
        using var command = InstanceQuery.Build(connection, query, before);
        using var row = command.ExecuteReader();
        var instances = new List<InstanceRow>();
        while (row.Read())
            instances.Add(InstanceColumns.Read(row));
        return instances;
    }

    /// <summary>Instances that may have something to do after the process has ended.</summary>
    public IReadOnlyList<long> InstancesWithWork()
    {
        using var connection = Open();
        using var query = new Statement(connection, """
            SELECT number FROM instances WHERE status IN ('pending', 'running') AND applied = 0
            UNION SELECT instance FROM inbox ORDER BY 1
            """);
        using var row = query.Query();
        var numbers = new List<long>();
        while (row.Read())
            numbers.Add(row.GetInt64(0));
        return numbers;
    }

    public IReadOnlyList<ActivityTask> OpenActivities()
    {
        using var connection = Open();
        using var query = new Statement(connection, "SELECT instance, execution, task, name, input FROM activities ORDER BY instance, execution, task");
        using var row = query.Query();
        var activities = new List<ActivityTask>();
        while (row.Read())
            activities.Add(new ActivityTask(KeyOf(row), row.GetString(3), InstanceColumns.Text(row, 4), IsRecovered: true));
        return activities;
    }

    /// <summary>Timers due from one time until before another, soonest first.</summary>
    public IReadOnlyList<TimerTask> TimersDue(DateTimeOffset from, DateTimeOffset to)
    {
        using var connection = Open();
        using var query = new Statement(connection, "SELECT instance, execution, task, fire_at FROM timers WHERE fire_at >= $1 AND fire_at < $2 ORDER BY fire_at", 2);
        using var row = query.Query(from.UtcTicks, to.UtcTicks);
        var timers = new List<TimerTask>();
        while (row.Read())
            timers.Add(new TimerTask(KeyOf(row), InstanceColumns.Time(row.GetInt64(3))));
        return timers;
    }

    /// <summary>Lets go of the pooled connections, so that the file can be moved or deleted.</summary>
    public void Close()
    {
        using var connection = new SqliteConnection(connectionString);
        SqliteConnection.ClearPool(connection);
    }

    private static List<string> History(SqliteConnection connection, long number)
    {
        using var query = new Statement(connection, "SELECT event FROM history WHERE instance = $1 ORDER BY sequence", 1);
        using var row = query.Query(number);
        var history = new List<string>();
        while (row.Read())
            history.Add(row.GetString(0));
        return history;
    }

    private static List<StoredMessage> Inbox(SqliteConnection connection, long number)
    {
        using var query = new Statement(connection, "SELECT position, execution, event FROM inbox WHERE instance = $1 ORDER BY position", 1);
        using var row = query.Query(number);
        var messages = new List<StoredMessage>();
        while (row.Read())
            messages.Add(new StoredMessage(row.GetInt64(0), row.IsDBNull(1) ? null : row.GetInt32(1), row.GetString(2)));
        return messages;
    }

    private static TaskKey KeyOf(SqliteDataReader row) => new(row.GetInt64(0), row.GetInt32(1), row.GetInt32(2));

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection(connectionString);
        connection.Open();
        return connection;
    }
}
