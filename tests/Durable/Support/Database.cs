using Microsoft.Data.Sqlite;

namespace Nots.Durable.Tests.Support;

/// <summary>Looks into a backend's file, and spoils it.</summary>
internal static class Database
{
    public static long Count(BackendHost host, string table) => Scalar(host, $"SELECT count(*) FROM {table}");

    public static IReadOnlyList<string> Texts(BackendHost host, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={host.DatabasePath};Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var row = command.ExecuteReader();
        var texts = new List<string>();
        while (row.Read())
            texts.Add(row.GetString(0));
        return texts;
    }

    public static long Scalar(BackendHost host, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={host.DatabasePath};Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar() is long number ? number : 0;
    }
}
