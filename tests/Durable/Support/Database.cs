using Microsoft.Data.Sqlite;

namespace Nots.Durable.Tests.Support;

/// <summary>Looks into an engine's file.</summary>
internal static class Database
{
    public static long Count(EngineHost host, string table)
    {
        using var connection = new SqliteConnection($"Data Source={host.DatabasePath};Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT count(*) FROM {table}";
        return (long)command.ExecuteScalar()!;
    }
}
