using Microsoft.Data.Sqlite;

namespace Nots.Durable.Store;

/// <summary>Reads an <see cref="InstanceRow"/> in the order of <see cref="List"/>.</summary>
internal static class InstanceColumns
{
    public const string List =
        "number, id, name, execution, status, created_at, updated_at, input, output, custom_status, failure, " +
        "parent, parent_execution, parent_task, next_sequence, applied";

    public static InstanceRow Read(SqliteDataReader row) => new(
        row.GetInt64(0),
        row.GetString(1),
        row.GetString(2),
        row.GetInt32(3),
        StatusNames.Parse(row.GetString(4)),
        Time(row.GetInt64(5)),
        Time(row.GetInt64(6)),
        Text(row, 7),
        Text(row, 8),
        Text(row, 9),
        Text(row, 10),
        row.IsDBNull(11) ? null : new TaskKey(row.GetInt64(11), row.GetInt32(12), row.GetInt32(13)),
        row.GetInt32(14),
        row.GetInt32(15));

    public static DateTimeOffset Time(long ticks) => new(ticks, TimeSpan.Zero);

    public static string? Text(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
