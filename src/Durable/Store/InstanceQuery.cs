using System.Text;
using Microsoft.Data.Sqlite;
using Nots.Application.Orchestration;

namespace Nots.Durable.Store;

/// <summary>The SQL of a query for instances, newest first, with one more than asked for: it tells whether there is a next page.</summary>
internal static class InstanceQuery
{
    public static SqliteCommand Build(SqliteConnection connection, OrchestrationQuery query, long before)
    {
        var command = connection.CreateCommand();
        var sql = new StringBuilder($"SELECT {InstanceColumns.List} FROM instances WHERE number < $before");
        command.Parameters.AddWithValue("$before", before);
        Add("status = $status", "$status", query.Status is { } status ? StatusNames.Of(status) : null);
        Add("name = $name", "$name", query.Name);
        Add("created_at >= $from", "$from", query.From?.UtcTicks);
        Add("created_at < $to", "$to", query.To?.UtcTicks);
        command.CommandText = sql.Append(" ORDER BY number DESC LIMIT $limit").ToString();
        command.Parameters.AddWithValue("$limit", query.Limit + 1);
        return command;

        void Add(string condition, string parameter, object? value)
        {
            if (value is null)
                return;
            sql.Append(" AND ").Append(condition);
            command.Parameters.AddWithValue(parameter, value);
        }
    }
}
