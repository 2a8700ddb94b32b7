using Microsoft.Data.Sqlite;
using Nots.Storage.DynamoDb;
using Nots.Storage.Table;
using Nots.Storage.Transfer;

namespace Nots.Storage.Sqlite;

/// <summary>
/// Reads a table's file from beside the process that has it open. Its connections only read, and the file is in the mode of a
/// write-ahead log, in which readers and the writer do not hold each other up. Each page is of one moment.
/// </summary>
public sealed class SqliteTableScan : ITableScan
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(30);

    private readonly ReadPool _readers;

    private SqliteTableScan(ReadPool readers) => _readers = readers;

    /// <exception cref="SqliteTableFileException">There is no such file, or it is not a table that this program can read.</exception>
    public static async Task<SqliteTableScan> OpenAsync(string path, int readers, CancellationToken cancellationToken)
    {
        path = Path.GetFullPath(path);
        if (!File.Exists(path))
            throw new SqliteTableFileException($"There is no table {path}.");

        var connections = new ConnectionFactory(path);
        var pool = new ReadPool(() => new ReadSession(connections.OpenGuest(), TimeProvider.System), readers, Deadline);
        try
        {
            await pool.ReadAsync(_ => true, cancellationToken);
            return new SqliteTableScan(pool);
        }
        catch (Exception e)
        {
            await pool.DisposeAsync();
            if (e is TableUnavailableException { InnerException: SqliteException fault })
                throw new SqliteTableFileException($"{path} cannot be opened as a table: {fault.Message}", fault);
            throw;
        }
    }

    public Task<ScanPlan> PlanAsync(int segments, CancellationToken cancellationToken) => _readers.ReadAsync(
        session =>
        {
            var (keys, items) = session.Divide(segments);
            var parts = Enumerable.Range(0, keys.Count + 1).Select(part => new ScanSegment(
                part, keys.Count + 1, part == 0 ? null : keys[part - 1], part == keys.Count ? null : keys[part]));
            return new ScanPlan([.. parts], items);
        },
        cancellationToken);

    public Task<ScanPage> ScanAsync(ScanSegment segment, TableKey? after, CancellationToken cancellationToken) => _readers.ReadAsync(
        session =>
        {
            var (items, more) = session.Scan(after ?? segment.After, segment.Through);
            return new ScanPage([.. items.Select(AttributeCodec.ToRawItem)], more ? items[^1].Key : null);
        },
        cancellationToken);

    public ValueTask DisposeAsync() => _readers.DisposeAsync();
}
