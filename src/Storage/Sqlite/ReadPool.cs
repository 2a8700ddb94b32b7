using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Nots.Storage.Table;

namespace Nots.Storage.Sqlite;

/// <summary>
/// A few read sessions, opened when first needed. A read runs on its caller's thread: it takes microseconds, and a change of
/// threads would cost more. Each read sees the last commit, so every one is strongly consistent.
/// </summary>
internal sealed class ReadPool(Func<ReadSession> open, int size, TimeSpan deadline) : IAsyncDisposable
{
    private readonly ConcurrentStack<ReadSession> _idle = new();
    private readonly SemaphoreSlim _free = new(size, size);
    private volatile bool _disposed;

    /// <exception cref="TableUnavailableException">No session became free in time, or SQLite failed.</exception>
    public async Task<T> ReadAsync<T>(Func<ReadSession, T> read, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_disposed, typeof(SqliteTable));
        cancellationToken.ThrowIfCancellationRequested();
        if (!await _free.WaitAsync(deadline, cancellationToken))
            throw new TableUnavailableException($"No read of the table became free within {deadline.TotalSeconds} s.");

        try
        {
            ObjectDisposedException.ThrowIf(_disposed, typeof(SqliteTable));
            return Run(read);
        }
        catch (SqliteException e)
        {
            throw new TableUnavailableException("The table's file cannot be read.", e);
        }
        finally
        {
            _free.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        _disposed = true;
        for (var i = 0; i < size; i++)
            await _free.WaitAsync();
        while (_idle.TryPop(out var session))
            session.Dispose();
        _free.Release(size);
    }

    /// <summary>A session that failed is not used again: it may be in the middle of a statement or a transaction.</summary>
    private T Run<T>(Func<ReadSession, T> read)
    {
        if (!_idle.TryPop(out var session))
            session = open();

        T result;
        try
        {
            result = read(session);
        }
        catch
        {
            session.Dispose();
            throw;
        }

        _idle.Push(session);
        return result;
    }
}
