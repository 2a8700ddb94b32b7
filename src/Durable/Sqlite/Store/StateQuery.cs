using System.Globalization;
using System.Text;
using DurableTask.Core;
using DurableTask.Core.Query;
using Microsoft.Data.Sqlite;
using Nots.Durable.Sqlite.Events;

namespace Nots.Durable.Sqlite.Store;

/// <summary>Reads the states of instances. Not on any hot path, so that the statements are made as they are needed.</summary>
internal static class StateQuery
{
    private const string Columns =
        "number, id, execution, status, created_at, updated_at, completed_at, scheduled_at, generation, name, version, tags, parent, custom_status, failure, output, input";

    private const string ColumnsWithoutPayload =
        "number, id, execution, status, created_at, updated_at, completed_at, scheduled_at, generation, name, version, tags, parent, custom_status, failure, NULL, NULL";

    public static (long Number, OrchestrationState State)? Find(SqliteConnection connection, string instanceId)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT {Columns} FROM instances WHERE id = $id";
        command.Parameters.AddWithValue("$id", instanceId);
        using var row = command.ExecuteReader();
        return row.Read() ? (row.GetInt64(0), Read(row)) : null;
    }

    public static string? IdOf(SqliteConnection connection, long number)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT id FROM instances WHERE number = $number";
        command.Parameters.AddWithValue("$number", number);
        return (string?)command.ExecuteScalar();
    }

    /// <summary>Newest first. The token is the number of the last one told: what is created between two pages moves nothing.</summary>
    /// <exception cref="ArgumentException">The continuation token is not one of these.</exception>
    public static OrchestrationQueryResult Run(SqliteConnection connection, OrchestrationQuery query)
    {
        using var command = connection.CreateCommand();
        var sql = new StringBuilder($"SELECT {(query.FetchInputsAndOutputs ? Columns : ColumnsWithoutPayload)} FROM instances WHERE number < $before");
        command.Parameters.AddWithValue("$before", ParseToken(query.ContinuationToken));
        AddStatuses(command, sql, query.RuntimeStatus);
        AddCreation(command, sql, query.CreatedTimeFrom, query.CreatedTimeTo);
        if (!string.IsNullOrEmpty(query.InstanceIdPrefix))
        {
            sql.Append(" AND substr(id, 1, length($prefix)) = $prefix");
            command.Parameters.AddWithValue("$prefix", query.InstanceIdPrefix);
        }

        if (query.ExcludeEntities)
            sql.Append(" AND substr(id, 1, 1) <> '@'");
        sql.Append(" ORDER BY number DESC LIMIT $limit");
        var pageSize = Math.Max(1, query.PageSize);
        command.Parameters.AddWithValue("$limit", pageSize + 1L);
        command.CommandText = sql.ToString();
        using var row = command.ExecuteReader();
        var states = new List<OrchestrationState>();
        var last = 0L;
        while (row.Read())
        {
            if (states.Count == pageSize)
                return new OrchestrationQueryResult(states, last.ToString(CultureInfo.InvariantCulture));
            last = row.GetInt64(0);
            states.Add(Read(row));
        }

        return new OrchestrationQueryResult(states, null);
    }

    /// <summary>Ids of instances that have ended, oldest first.</summary>
    public static List<string> Ended(SqliteConnection connection, PurgeCriteria criteria, int limit)
    {
        using var command = connection.CreateCommand();
        var sql = new StringBuilder("SELECT id FROM instances WHERE completed_at IS NOT NULL");
        AddStatuses(command, sql, criteria.Statuses);
        AddCreation(command, sql, criteria.CreatedFrom, criteria.CreatedTo);
        if (criteria.CompletedTo is { } completed)
        {
            sql.Append(" AND completed_at <= $completedTo");
            command.Parameters.AddWithValue("$completedTo", UtcTime.Of(completed).UtcTicks);
        }

        sql.Append(" ORDER BY number LIMIT $limit");
        command.Parameters.AddWithValue("$limit", limit);
        command.CommandText = sql.ToString();
        using var row = command.ExecuteReader();
        var ids = new List<string>();
        while (row.Read())
            ids.Add(row.GetString(0));
        return ids;
    }

    private static void AddStatuses(SqliteCommand command, StringBuilder sql, ICollection<OrchestrationStatus>? statuses)
    {
        if (statuses is not { Count: > 0 })
            return;
        var names = statuses.Select((status, index) => (Parameter: $"$status{index}", Name: Statuses.NameOf(status))).ToList();
        sql.Append(CultureInfo.InvariantCulture, $" AND status IN ({string.Join(", ", names.Select(name => name.Parameter))})");
        names.ForEach(name => command.Parameters.AddWithValue(name.Parameter, name.Name));
    }

    private static void AddCreation(SqliteCommand command, StringBuilder sql, DateTime? from, DateTime? to)
    {
        if (from is { } earliest && earliest > DateTime.MinValue)
        {
            sql.Append(" AND created_at >= $from");
            command.Parameters.AddWithValue("$from", UtcTime.Of(earliest).UtcTicks);
        }

        if (to is { } latest)
        {
            sql.Append(" AND created_at <= $to");
            command.Parameters.AddWithValue("$to", UtcTime.Of(latest).UtcTicks);
        }
    }

    private static long ParseToken(string? token) => string.IsNullOrEmpty(token)
        ? long.MaxValue
        : long.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new ArgumentException("The continuation token is not one that this backend has given.", nameof(token));

    private static OrchestrationState Read(SqliteDataReader row) => new()
    {
        OrchestrationInstance = new OrchestrationInstance { InstanceId = row.GetString(1), ExecutionId = row.GetString(2) },
        OrchestrationStatus = Enum.Parse<OrchestrationStatus>(row.GetString(3)),
        CreatedTime = Time(row, 4)!.Value,
        LastUpdatedTime = Time(row, 5)!.Value,
        CompletedTime = Time(row, 6) ?? NotCompleted,
        ScheduledStartTime = Time(row, 7),
        Generation = row.IsDBNull(8) ? null : row.GetInt32(8),
        Name = row.GetString(9),
        Version = Text(row, 10),
        Tags = EventJson.ReadTags(Text(row, 11)),
        ParentInstance = EventJson.ReadParent(Text(row, 12)),
        Status = Text(row, 13),
        FailureDetails = EventJson.ReadFailure(Text(row, 14)),
        Output = Text(row, 15),
        Input = Text(row, 16),
    };

    /// <summary>What DurableTask.Core says of an instance that is under way: a day before the end of time, so that no time zone overflows.</summary>
    private static DateTime NotCompleted { get; } = DateTime.SpecifyKind(DateTime.MaxValue.AddDays(-1), DateTimeKind.Utc);

    private static string? Text(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static DateTime? Time(SqliteDataReader row, int column) =>
        row.IsDBNull(column) ? null : new DateTime(row.GetInt64(column), DateTimeKind.Utc);
}

/// <summary>Which instances to purge, of those that have ended. Times are UTC and included.</summary>
internal sealed record PurgeCriteria(
    DateTime? CreatedFrom = null, DateTime? CreatedTo = null, DateTime? CompletedTo = null, ICollection<OrchestrationStatus>? Statuses = null);
