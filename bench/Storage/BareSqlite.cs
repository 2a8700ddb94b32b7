using System.Diagnostics;
using System.Text;
using Microsoft.Data.Sqlite;
using Nots.Storage.Table;

namespace Nots.Storage.Bench;

/// <summary>The peer: the same rows through Microsoft.Data.Sqlite alone, on one thread, statements prepared.</summary>
internal static class BareSqlite
{
    private const string Schema = """
        PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -32000;
        CREATE TABLE items (pk BLOB NOT NULL, sk BLOB NOT NULL, version INTEGER NOT NULL, created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL,
          gsi1pk BLOB, gsi1sk BLOB, gsi2pk BLOB, gsi2sk BLOB, entity_type BLOB NOT NULL, data BLOB NOT NULL, PRIMARY KEY (pk, sk)) STRICT, WITHOUT ROWID;
        CREATE INDEX items_gsi1 ON items (gsi1pk, gsi1sk, pk, sk) WHERE gsi1pk IS NOT NULL;
        CREATE INDEX items_gsi2 ON items (gsi2pk, gsi2sk, pk, sk) WHERE gsi2pk IS NOT NULL;
        """;

    public static void Run(string path, TimeSpan duration)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using var schema = connection.CreateCommand();
        schema.CommandText = Schema;
        schema.ExecuteNonQuery();
        using var put = Command(
            connection,
            "INSERT INTO items VALUES (@pk, @sk, @version, @created_at, @updated_at, @gsi1pk, @gsi1sk, @gsi2pk, @gsi2sk, @entity_type, @data)",
            "@pk", "@sk", "@version", "@created_at", "@updated_at", "@gsi1pk", "@gsi1sk", "@gsi2pk", "@gsi2sk", "@entity_type", "@data");
        InTransaction(connection, () =>
        {
            for (var n = 0; n < Samples.Bookings; n++)
                Put(put, Samples.Booking($"{n}"));
        });

        Measure("bare SQLite: puts, a commit each", duration, 1, n => Put(put, Samples.Booking($"one-{n}")));
        Measure("bare SQLite: puts, a commit for 64", duration, 64, n => InTransaction(connection, () =>
        {
            for (var i = 0; i < 64; i++)
                Put(put, Samples.Booking($"{i}-{n}"));
        }));
        Measure("bare SQLite: transactions of 3 items, a commit each", duration, 1, n => InTransaction(connection, () =>
        {
            Put(put, Samples.Booking($"t{n}"));
            Put(put, Samples.Event($"t{n}"));
            Put(put, Samples.Outbox($"t{n}"));
        }));

        using var get = Command(connection, "SELECT * FROM items WHERE pk = @pk AND sk = @sk", "@pk", "@sk");
        var sort = Encoding.UTF8.GetBytes("METADATA");
        Measure("bare SQLite: gets", duration, 1, n => Read(get, Encoding.UTF8.GetBytes($"BOOKING#{n % Samples.Bookings}"), sort));

        using var query = Command(connection, "SELECT * FROM items WHERE gsi1pk = @pk AND gsi1sk >= @sk ORDER BY gsi1sk LIMIT 20", "@pk", "@sk");
        var pending = Encoding.UTF8.GetBytes("STATUS#pending");
        Measure("bare SQLite: index queries of 20 items", duration, 1, n => Read(query, pending, Encoding.UTF8.GetBytes($"PICKUP_TIME#{n % 8000}")));
    }

    private static SqliteCommand Command(SqliteConnection connection, string sql, params ReadOnlySpan<string> parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var name in parameters)
            command.Parameters.AddWithValue(name, DBNull.Value);
        command.Prepare();
        return command;
    }

    private static void Put(SqliteCommand command, TableItem item)
    {
        object[] values =
        [
            Encoding.UTF8.GetBytes(item.Key.PartitionKey), Encoding.UTF8.GetBytes(item.Key.SortKey), item.Version, item.CreatedAt, item.UpdatedAt,
            Blob(item.Gsi1?.PartitionKey), Blob(item.Gsi1?.SortKey), Blob(item.Gsi2?.PartitionKey), Blob(item.Gsi2?.SortKey),
            Encoding.UTF8.GetBytes(item.EntityType), item.Data.ToArray(),
        ];
        for (var i = 0; i < values.Length; i++)
            command.Parameters[i].Value = values[i];
        command.ExecuteNonQuery();
    }

    private static object Blob(string? text) => text is null ? DBNull.Value : Encoding.UTF8.GetBytes(text);

    private static void Read(SqliteCommand command, byte[] partition, byte[] sort)
    {
        command.Parameters[0].Value = partition;
        command.Parameters[1].Value = sort;
        using var rows = command.ExecuteReader();
        var values = new object[rows.FieldCount];
        var found = 0;
        while (rows.Read())
        {
            rows.GetValues(values);
            found++;
        }

        if (found == 0)
            throw new InvalidOperationException("Nothing was found.");
    }

    private static void InTransaction(SqliteConnection connection, Action work)
    {
        Execute(connection, "BEGIN IMMEDIATE");
        work();
        Execute(connection, "COMMIT");
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static void Measure(string name, TimeSpan duration, int each, Action<int> operation)
    {
        var latencies = new List<long>(1 << 18);
        var started = Stopwatch.GetTimestamp();
        for (var n = 0; Stopwatch.GetElapsedTime(started) < duration; n++)
        {
            var before = Stopwatch.GetTimestamp();
            operation(n);
            latencies.Add(Stopwatch.GetTimestamp() - before);
        }

        Load.Print(name, latencies, Stopwatch.GetElapsedTime(started), each);
    }
}
