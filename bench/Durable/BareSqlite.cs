using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace Nots.Durable.Bench;

/// <summary>The limit: SQLite with a write-ahead log and full synchronous, one row of so many bytes a commit, and nothing else.</summary>
internal static class BareSqlite
{
    /// <returns>Milliseconds of each commit, shortest first.</returns>
    public static IReadOnlyList<double> Run(long bytes, TimeSpan time)
    {
        var folder = Directory.CreateTempSubdirectory("nots-bare-");
        try
        {
            using var connection = new SqliteConnection($"Data Source={Path.Combine(folder.FullName, "bare.db")};Pooling=false");
            connection.Open();
            using var setUp = connection.CreateCommand();
            setUp.CommandText = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE bytes (id INTEGER PRIMARY KEY, value TEXT)";
            setUp.ExecuteNonQuery();
            using var insert = connection.CreateCommand();
            insert.CommandText = "INSERT INTO bytes (value) VALUES ($1)";
            insert.Parameters.AddWithValue("$1", new string('x', (int)bytes));
            insert.Prepare();
            var commits = new List<double>();
            for (var watch = Stopwatch.StartNew(); watch.Elapsed < time;)
            {
                var started = Stopwatch.GetTimestamp();
                insert.ExecuteNonQuery();
                commits.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            }

            commits.Sort();
            return commits;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
