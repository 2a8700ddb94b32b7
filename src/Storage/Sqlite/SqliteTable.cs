using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Nots.Storage.Table;

namespace Nots.Storage.Sqlite;

/// <summary>
/// The single table in one SQLite file, for one process: a stand-in for DynamoDB with the same limits and answers. An acknowledged
/// write is on disk. Every read sees every acknowledged write, whichever consistency it asks for.
/// </summary>
public sealed class SqliteTable : ITable, IAsyncDisposable
{
    private const int BatchWriteItems = 100;

    private readonly TableFileLock _lock;
    private readonly ReadPool _readers;
    private readonly GroupCommitWriter _writer;
    private readonly ExpirySweep _sweep;
    private int _disposed;

    private SqliteTable(TableFileLock fileLock, WriteSession session, ConnectionFactory connections, SqliteTableOptions options, TimeProvider time, ILogger logger)
    {
        _lock = fileLock;
        _readers = new ReadPool(() => new ReadSession(connections.OpenReader(), time), options.Readers, options.Deadline);
        _writer = new GroupCommitWriter(session, () => new WriteSession(connections.OpenWriter(), time), options, logger);
        _sweep = new ExpirySweep(_writer, options, time, logger);
    }

    /// <summary>Opens the table in a file, and creates it if there is none.</summary>
    /// <param name="options">Where it is, and its limits.</param>
    /// <param name="time">The clock by which items expire.</param>
    /// <param name="logger">Told of failed commits; the callers learn of them too.</param>
    /// <exception cref="SqliteTableFileException">Another process has the file, or it is not one that this program can use.</exception>
    public static Task<SqliteTable> OpenAsync(SqliteTableOptions options, TimeProvider time, ILogger<SqliteTable>? logger = null) =>
        Task.Run(() => Open(options with { Path = Path.GetFullPath(options.Path) }, time, (ILogger?)logger ?? NullLogger.Instance));

    public Task<TableItem?> GetAsync(TableKey key, Consistency consistency, CancellationToken cancellationToken)
    {
        TableRequests.Validate(key);
        return MeasureAsync("get", () => _readers.ReadAsync(session => session.Get(key), cancellationToken));
    }

    public async Task<IReadOnlyList<TableItem>> BatchGetAsync(
        IReadOnlyCollection<TableKey> keys, Consistency consistency, CancellationToken cancellationToken)
    {
        TableRequests.Validate(keys);
        TableKey[] all = [.. keys];
        var (items, _) = await MeasureAsync("batch_get", () => _readers.ReadAsync(session => session.GetTogether(all), cancellationToken));
        return [.. items.OfType<TableItem>()];
    }

    public async Task<IReadOnlyList<TableItem?>> TransactGetAsync(IReadOnlyList<TableKey> keys, CancellationToken cancellationToken)
    {
        TableRequests.Validate(keys);
        TableKey[] all = [.. keys];
        var (items, bytes) = await MeasureAsync("transact_get", () => _readers.ReadAsync(session => session.GetTogether(all), cancellationToken));
        TableRequests.ValidateTransactionRead(bytes);
        return items;
    }

    public Task<TablePage> QueryAsync(TableQuery query, CancellationToken cancellationToken)
    {
        TableRequests.Validate(query);
        return MeasureAsync("query", () => _readers.ReadAsync(session => session.Query(query), cancellationToken));
    }

    public Task<WriteOutcome> WriteAsync(TableWrite write, CancellationToken cancellationToken)
    {
        MeasuredWrite[] writes = [TableRequests.Validate(write)];
        return MeasureAsync("write", () => ApplyAsync(writes, cancellationToken));
    }

    public Task<WriteOutcome> TransactWriteAsync(IReadOnlyList<TableWrite> writes, CancellationToken cancellationToken)
    {
        var measured = TableRequests.ValidateTransaction(writes);
        return MeasureAsync("transact_write", () => ApplyAsync(measured, cancellationToken));
    }

    public Task BatchWriteAsync(IReadOnlyList<TableWrite> writes, CancellationToken cancellationToken)
    {
        var measured = TableRequests.ValidateBatch(writes);
        return MeasureAsync("batch_write", async () =>
        {
            foreach (var chunk in measured.Chunk(BatchWriteItems))
                await ApplyAsync(chunk, cancellationToken);
            return measured.Length;
        });
    }

    /// <summary>Finishes the writes that were begun or wait, then closes the file.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 1)
            return;

        // The writer's connection closes last: SQLite then brings the log into the file and removes it.
        await _sweep.DisposeAsync();
        await _readers.DisposeAsync();
        await _writer.DisposeAsync();
        _lock.Dispose();
    }

    private static SqliteTable Open(SqliteTableOptions options, TimeProvider time, ILogger logger)
    {
        var fileLock = TableFileLock.Take(options.Path);
        WriteSession? session = null;
        try
        {
            var connections = new ConnectionFactory(options.Path);
            session = new WriteSession(connections.OpenWriter(), time);
            return new SqliteTable(fileLock, session, connections, options, time, logger);
        }
        catch (Exception e)
        {
            session?.Dispose();
            fileLock.Dispose();
            if (e is SqliteException)
                throw new SqliteTableFileException($"{options.Path} cannot be opened as a table: {e.Message}", e);
            throw;
        }
    }

    private static Task<T> MeasureAsync<T>(string operation, Func<Task<T>> run) =>
        StorageTelemetry.IsListenedTo ? StorageTelemetry.MeasureAsync(operation, "sqlite", run) : run();

    private Task<WriteOutcome> ApplyAsync(MeasuredWrite[] writes, CancellationToken cancellationToken) =>
        _writer.RunAsync(writes.Length, session => session.Apply(writes), cancellationToken);
}
