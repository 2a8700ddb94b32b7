using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using Nots.Storage.Table;

namespace Nots.Storage.Sqlite;

/// <summary>
/// Writes for everybody, on a thread of its own: takes all requests that wait, evaluates and applies one after the other in one
/// SQLite transaction, commits once, then tells every caller. The sync to disk, which is what a write costs, is thus shared.
/// A request whose condition fails changes nothing and so does not touch the others; a failure of SQLite fails the whole batch.
/// </summary>
internal sealed partial class GroupCommitWriter : IAsyncDisposable
{
    /// <summary>A batch beyond this would hold up its first caller for the sake of the last.</summary>
    private const int MaxBatchWeight = 512;

    private readonly Channel<WriterWork> _queue;
    private readonly Func<WriteSession> _open;
    private readonly TimeSpan _deadline;
    private readonly TimeProvider _clock;
    private readonly ILogger _logger;
    private readonly List<WriterWork> _batch = [];
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private WriteSession? _session;

    public GroupCommitWriter(WriteSession session, Func<WriteSession> reopen, SqliteTableOptions options, ILogger logger)
    {
        _session = session;
        _open = reopen;
        _deadline = options.Deadline;
        _clock = options.DeadlineClock;
        _logger = logger;
        _queue = Channel.CreateBounded<WriterWork>(new BoundedChannelOptions(options.QueueCapacity) { SingleReader = true });
        new Thread(Run) { IsBackground = true, Name = "Nots.Storage writer" }.Start();
    }

    /// <summary>Runs work in the next batch.</summary>
    /// <param name="weight">How many items it writes.</param>
    /// <param name="run">What to do; runs on the writer's thread.</param>
    /// <param name="cancellationToken">Withdraws work that still waits; has no effect on work that has begun.</param>
    /// <exception cref="TableUnavailableException">Its turn did not come within the deadline, or the commit failed.</exception>
    public async Task<T> RunAsync<T>(int weight, Func<WriteSession, T> run, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var started = _clock.GetTimestamp();
        var request = new WriterRequest<T>(run) { Weight = weight };
        if (!_queue.Writer.TryWrite(request))
            await EnqueueAsync(request, cancellationToken);

        try
        {
            return await request.Outcome.WaitAsync(Remaining(started), _clock, cancellationToken);
        }
        catch (TimeoutException e) when (request.TryWithdraw())
        {
            throw new TableUnavailableException($"The write did not get its turn within {_deadline.TotalSeconds} s.", e);
        }
        catch (OperationCanceledException) when (request.TryWithdraw())
        {
            throw;
        }
        catch (Exception e) when (e is TimeoutException or OperationCanceledException)
        {
            return await request.Outcome;
        }
    }

    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        await _ended.Task;
    }

    private TimeSpan Remaining(long started)
    {
        var remaining = _deadline - _clock.GetElapsedTime(started);
        return remaining > TimeSpan.Zero ? remaining : TimeSpan.Zero;
    }

    private async Task EnqueueAsync(WriterWork work, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(_deadline, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        try
        {
            await _queue.Writer.WriteAsync(work, either.Token);
        }
        catch (ChannelClosedException)
        {
            throw new ObjectDisposedException(nameof(SqliteTable));
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TableUnavailableException($"Too many writes wait; none found room within {_deadline.TotalSeconds} s.", e);
        }
    }

    private void Run()
    {
        while (_queue.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            Take();
            if (_batch.Count > 0)
                Commit();
        }

        _session?.Dispose();
        _ended.SetResult();
    }

    private void Take()
    {
        _batch.Clear();
        var weight = 0;
        while (weight < MaxBatchWeight && _queue.Reader.TryRead(out var work))
        {
            if (!work.TryTake())
                continue;
            _batch.Add(work);
            weight += work.Weight;
        }
    }

    private void Commit()
    {
        try
        {
            _session ??= _open();
            _session.Begin();
            foreach (var work in _batch)
                work.Execute(_session);
            _session.Commit();
        }
        catch (Exception e)
        {
            Fail(e);
            return;
        }

        StorageTelemetry.Committed(_batch.Count);
        foreach (var work in _batch)
            work.Complete();
    }

    /// <summary>Closing the connection rolls back; the next batch gets a new one, in case this one is what failed.</summary>
    private void Fail(Exception cause)
    {
        LogFailure(cause, _batch.Count);
        foreach (var work in _batch)
            work.Fail(new TableUnavailableException("The table's file cannot be written.", cause));
        _session?.Dispose();
        _session = null;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A commit of {Requests} write requests failed.")]
    private partial void LogFailure(Exception cause, int requests);
}
