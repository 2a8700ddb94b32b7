using Microsoft.Data.Sqlite;

namespace Nots.Storage.Sqlite;

/// <summary>Opens connections on the table's file, each with the settings of its part.</summary>
internal sealed class ConnectionFactory(string path)
{
    // FULL syncs the log at each commit: what was acknowledged survives the loss of power, not only of the process.
    // The log may grow to 64 MB before it is brought into the file: pages that many puts touch are then written there once.
    private const string WriterSettings = "PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 16000; PRAGMA cache_size = -32000;";
    private const string ReaderSettings = "PRAGMA query_only = ON; PRAGMA cache_size = -8000;";

    /// <exception cref="SqliteTableFileException">The file is of a newer version, or not a table of ours.</exception>
    public SqliteConnection OpenWriter() => Open(SqliteOpenMode.ReadWriteCreate, connection =>
    {
        // First of all, for it refuses files that are not ours, and the settings would change them.
        TableSchema.Prepare(connection, path);
        TableSchema.UseWriteAheadLog(connection, path);
        TableSchema.Execute(connection, WriterSettings);
    });

    public SqliteConnection OpenReader() => Open(SqliteOpenMode.ReadOnly, connection => TableSchema.Execute(connection, ReaderSettings));

    /// <summary>A reader for a file that another process may write: it takes no lock that would stop that one.</summary>
    /// <exception cref="SqliteTableFileException">The file is of a newer version, or not a table of ours.</exception>
    public SqliteConnection OpenGuest() => Open(SqliteOpenMode.ReadOnly, connection =>
    {
        TableSchema.Check(connection, path);
        TableSchema.Execute(connection, ReaderSettings);
    });

    private SqliteConnection Open(SqliteOpenMode mode, Action<SqliteConnection> prepare)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = mode,
            Pooling = false,
            DefaultTimeout = 5,
        }.ToString());
        try
        {
            connection.Open();
            prepare(connection);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
