using Microsoft.Data.Sqlite;

namespace Nots.Durable.Store;

/// <summary>The tables of the file. Times are UTC ticks (100 ns since year 1), payloads JSON text.</summary>
internal static class StoreSchema
{
    private const long Version = 1;

    private const string Tables = """
        CREATE TABLE instances (
          number INTEGER PRIMARY KEY AUTOINCREMENT,
          id TEXT NOT NULL UNIQUE,
          name TEXT NOT NULL,
          execution INTEGER NOT NULL,
          status TEXT NOT NULL,
          created_at INTEGER NOT NULL,
          updated_at INTEGER NOT NULL,
          input TEXT,
          output TEXT,
          custom_status TEXT,
          failure TEXT,
          parent INTEGER,
          parent_execution INTEGER,
          parent_task INTEGER,
          next_sequence INTEGER NOT NULL,
          applied INTEGER NOT NULL
        );
        CREATE INDEX instances_by_status ON instances (status);
        CREATE INDEX instances_by_name ON instances (name);

        CREATE TABLE history (
          instance INTEGER NOT NULL,
          sequence INTEGER NOT NULL,
          event TEXT NOT NULL,
          PRIMARY KEY (instance, sequence)
        ) WITHOUT ROWID;

        CREATE TABLE inbox (
          position INTEGER PRIMARY KEY,
          instance INTEGER NOT NULL,
          execution INTEGER,
          event TEXT NOT NULL
        );
        CREATE INDEX inbox_by_instance ON inbox (instance);

        CREATE TABLE activities (
          instance INTEGER NOT NULL,
          execution INTEGER NOT NULL,
          task INTEGER NOT NULL,
          name TEXT NOT NULL,
          input TEXT,
          deliveries INTEGER NOT NULL,
          PRIMARY KEY (instance, execution, task)
        ) WITHOUT ROWID;

        CREATE TABLE timers (
          instance INTEGER NOT NULL,
          execution INTEGER NOT NULL,
          task INTEGER NOT NULL,
          fire_at INTEGER NOT NULL,
          PRIMARY KEY (instance, execution, task)
        ) WITHOUT ROWID;
        CREATE INDEX timers_by_time ON timers (fire_at);
        """;

    /// <summary>Makes the file ready: full synchronous write-ahead log, and the tables if it is new.</summary>
    /// <exception cref="InvalidOperationException">A later version has written the file.</exception>
    public static void Prepare(SqliteConnection connection)
    {
        Execute(connection, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;");
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA user_version";
        var version = (long)command.ExecuteScalar()!;
        if (version > Version)
            throw new InvalidOperationException($"The durable engine's file has version {version}; this program knows up to {Version}.");
        if (version == 0)
            Execute(connection, $"BEGIN; {Tables} PRAGMA user_version = {Version}; COMMIT;");
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
