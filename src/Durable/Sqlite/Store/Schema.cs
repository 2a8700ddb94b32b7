using Microsoft.Data.Sqlite;

namespace Nots.Durable.Sqlite.Store;

/// <summary>The tables of the file. Times are UTC ticks (100 ns since year 1), payloads and events JSON text.</summary>
internal static class Schema
{
    /// <summary>1 was the engine before this backend.</summary>
    private const long Version = 2;

    /// <summary>
    /// <c>history</c> has one row for each committed turn; its key is the instance's number and, in the lower bits, how many events came
    /// before, so that a history lies in one place of one tree. A timer is a message that is not visible yet.
    /// </summary>
    private const string Tables = """
        CREATE TABLE instances (
          number INTEGER PRIMARY KEY AUTOINCREMENT,
          id TEXT NOT NULL UNIQUE,
          execution TEXT NOT NULL,
          status TEXT NOT NULL,
          updated_at INTEGER NOT NULL,
          created_at INTEGER NOT NULL,
          completed_at INTEGER,
          scheduled_at INTEGER,
          generation INTEGER,
          name TEXT NOT NULL,
          version TEXT,
          tags TEXT,
          parent TEXT,
          custom_status TEXT,
          failure TEXT,
          output TEXT,
          input TEXT
        );
        CREATE INDEX instances_by_status ON instances (status);
        CREATE INDEX instances_by_creation ON instances (created_at);

        CREATE TABLE history (
          position INTEGER PRIMARY KEY,
          events TEXT NOT NULL
        );

        CREATE TABLE messages (
          instance INTEGER NOT NULL,
          position INTEGER NOT NULL,
          execution TEXT,
          visible_at INTEGER,
          event TEXT NOT NULL,
          PRIMARY KEY (instance, position)
        ) WITHOUT ROWID;
        CREATE INDEX messages_by_time ON messages (visible_at) WHERE visible_at IS NOT NULL;

        CREATE TABLE activities (
          instance INTEGER NOT NULL,
          position INTEGER NOT NULL,
          execution TEXT NOT NULL,
          deliveries INTEGER NOT NULL,
          tags TEXT,
          event TEXT NOT NULL,
          PRIMARY KEY (instance, position)
        ) WITHOUT ROWID;
        """;

    /// <summary>Makes the file ready: full synchronous write-ahead log, and the tables if it is new.</summary>
    /// <exception cref="InvalidOperationException">An earlier engine or a later version has written the file, or another program.</exception>
    public static void Prepare(SqliteConnection connection, string path)
    {
        var version = Scalar(connection, "PRAGMA user_version");
        if (version == 1)
        {
            throw new InvalidOperationException(
                $"'{path}' was written by an earlier engine that this version cannot read. Move it away, with its -wal and -shm files, and start again: "
                + "instances begin anew.");
        }

        if (version > Version)
            throw new InvalidOperationException($"'{path}' was written by a later version (format {version}); this one reads format {Version}. Start that later version.");
        if (version == 0 && Scalar(connection, "SELECT count(*) FROM sqlite_master") > 0)
            throw new InvalidOperationException($"'{path}' is another program's SQLite file. Choose another path for the durable backend.");
        Execute(connection, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 4000;");
        if (version == 0)
            Execute(connection, $"BEGIN; {Tables} PRAGMA user_version = {Version}; COMMIT;");
    }

    private static long Scalar(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
