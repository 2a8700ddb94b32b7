using Microsoft.Data.Sqlite;

namespace Nots.Storage.Sqlite;

/// <summary>Opens connections on the table's file, each with the settings of its part.</summary>
internal sealed class ConnectionFactory(string path)
{
    private const string WriterSettings = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 4000; PRAGMA cache_size = -32000;";
    private const string ReaderSettings = "PRAGMA query_only = ON; PRAGMA cache_size = -8000;";

    /// <exception cref="SqliteTableFileException">The file is of a newer version, or not a table of ours.</exception>
    public SqliteConnection OpenWriter()
    {
        var connection = Open(SqliteOpenMode.ReadWriteCreate);
        try
        {
            // First of all, for it refuses files that are not ours, and the settings would change them.
            TableSchema.Prepare(connection, path);

            // FULL syncs the log at each commit: what was acknowledged survives the loss of power, not only of the process.
            TableSchema.Execute(connection, WriterSettings);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    public SqliteConnection OpenReader()
    {
        var connection = Open(SqliteOpenMode.ReadOnly);
        TableSchema.Execute(connection, ReaderSettings);
        return connection;
    }

    private SqliteConnection Open(SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = mode,
            Pooling = false,
            DefaultTimeout = 5,
        }.ToString());
        connection.Open();
        return connection;
    }
}
