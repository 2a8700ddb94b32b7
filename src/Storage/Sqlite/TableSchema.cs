using Microsoft.Data.Sqlite;

namespace Nots.Storage.Sqlite;

/// <summary>
/// The table in the file. Keys are blobs, compared byte by byte as DynamoDB compares the UTF-8 of its strings, and safe for a
/// zero character. An index has only the items that carry its key. The data stands last in a row, so that a look at the version
/// or the time-to-live does not load the pages of a large item.
/// </summary>
internal static class TableSchema
{
    public const int Version = 1;

    /// <summary>"NOTS" in ASCII: tells our files from any other SQLite file.</summary>
    private const int ApplicationId = 0x4E4F5453;

    private const string Create = """
        CREATE TABLE items (
          pk BLOB NOT NULL, sk BLOB NOT NULL,
          version INTEGER NOT NULL, ttl INTEGER, size INTEGER NOT NULL,
          created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL,
          gsi1pk BLOB, gsi1sk BLOB, gsi2pk BLOB, gsi2sk BLOB, gsi3pk BLOB, gsi3sk BLOB,
          entity_type BLOB NOT NULL, data BLOB NOT NULL,
          PRIMARY KEY (pk, sk)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX items_gsi1 ON items (gsi1pk, gsi1sk, pk, sk) WHERE gsi1pk IS NOT NULL;
        CREATE INDEX items_gsi2 ON items (gsi2pk, gsi2sk, pk, sk) WHERE gsi2pk IS NOT NULL;
        CREATE INDEX items_gsi3 ON items (gsi3pk, gsi3sk, pk, sk) WHERE gsi3pk IS NOT NULL;
        CREATE INDEX items_ttl ON items (ttl) WHERE ttl IS NOT NULL;
        """;

    /// <summary>Creates the table in an empty file; leaves one of ours as it is; refuses anything else.</summary>
    /// <exception cref="SqliteTableFileException">The file is of a newer version, or not a table of ours.</exception>
    public static void Prepare(SqliteConnection connection, string path)
    {
        var version = Number(connection, "PRAGMA user_version");
        if (version == 0 && Number(connection, "SELECT count(*) FROM sqlite_schema") == 0)
        {
            Execute(connection, $"BEGIN IMMEDIATE; {Create} PRAGMA application_id = {ApplicationId}; PRAGMA user_version = {Version}; COMMIT;");
            return;
        }

        Check(connection, path, version);
    }

    /// <summary>Refuses what is not a table of ours, and changes nothing.</summary>
    /// <exception cref="SqliteTableFileException">The file is of a newer version, or not a table of ours.</exception>
    public static void Check(SqliteConnection connection, string path) => Check(connection, path, Number(connection, "PRAGMA user_version"));

    private static void Check(SqliteConnection connection, string path, long version)
    {
        if (Number(connection, "PRAGMA application_id") != ApplicationId)
            throw new SqliteTableFileException($"{path} is an SQLite file, but not a table of this platform.");
        if (version > Version)
        {
            throw new SqliteTableFileException(
                $"The table {path} has schema version {version}; this program knows versions up to {Version}. Use the newer program.");
        }
    }

    /// <exception cref="SqliteTableFileException">The file system cannot share memory, which readers beside a writer need.</exception>
    public static void UseWriteAheadLog(SqliteConnection connection, string path)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode = WAL";
        if (command.ExecuteScalar() is not "wal")
            throw new SqliteTableFileException($"The file system of {path} does not support SQLite's write-ahead log.");
    }

    public static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static long Number(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }
}
