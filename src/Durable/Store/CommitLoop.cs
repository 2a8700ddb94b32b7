using System.Diagnostics;
using System.Runtime.InteropServices;
using Microsoft.Extensions.Logging;
using Nots.Durable.Telemetry;

namespace Nots.Durable.Store;

/// <summary>
/// The one writer. All changes that wait are committed in one transaction, so that many share one flush of the disk; nobody is
/// answered, and nothing follows, before it is there.
/// </summary>
internal sealed class CommitLoop
{
    /// <summary>Enough to share a flush; few enough that the next turns are computed while these are written.</summary>
    private const int MaxBatch = 256;

    private readonly object _gate = new();
    private readonly StoreWriter _store;
    private readonly Action<CommitEffects> _perform;
    private readonly Action<CommitStage>? _probe;
    private readonly EngineTelemetry _telemetry;
    private readonly ILogger _logger;
    private readonly CommitEffects _effects = new();
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<PendingCommit> _waiting = [];
    private readonly List<PendingCommit> _batch = [];
    private bool _closed;
    private bool _dead;

    /// <param name="store">Owned by the loop from now on.</param>
    /// <param name="perform">Sets going what follows from a commit; called on the loop's thread, so it must be quick.</param>
    /// <param name="probe">Called around each commit, for tests: what it throws kills the loop as a crash would.</param>
    public CommitLoop(
        StoreWriter store, Action<CommitEffects> perform, EngineTelemetry telemetry, ILogger logger, Action<CommitStage>? probe)
    {
        _store = store;
        _perform = perform;
        _telemetry = telemetry;
        _logger = logger;
        _probe = probe;
    }

    public Task Ended => _ended.Task;

    public void Start() => new Thread(Run) { IsBackground = true, Name = "nots-durable-commit" }.Start();

    /// <summary>Applies the operation and returns its result when it is durable.</summary>
    public Task<TResult> SubmitAsync<TResult>(IStoreOperation<TResult> operation)
    {
        var completion = new TaskCompletionSource<TResult>(TaskCreationOptions.RunContinuationsAsynchronously);
        Submit(operation, result => completion.TrySetResult(result), fault => completion.TrySetException(fault));
        return completion.Task;
    }

    /// <summary>As above; the answers come on the loop's thread.</summary>
    public void Submit<TResult>(IStoreOperation<TResult> operation, Action<TResult> committed, Action<Exception> failed)
    {
        var pending = new PendingCommit<TResult>(operation, committed, failed);
        lock (_gate)
        {
            if (!_closed)
            {
                _waiting.Add(pending);
                Monitor.Pulse(_gate);
                return;
            }
        }

        pending.Fail(new EngineStoppedException());
    }

    /// <summary>Takes nothing more; what waits is still committed, unless the process is to end as in a crash.</summary>
    public void Close(bool abruptly = false)
    {
        lock (_gate)
        {
            _closed = true;
            _dead |= abruptly;
            Monitor.Pulse(_gate);
        }
    }

    private void Run()
    {
        try
        {
            while (TakeBatch())
                CommitBatch();
        }
        catch (Exception fault)
        {
            // A fault of the store goes to those whose changes it hit; this is one of the engine itself, or a test's crash.
            _logger.LogCritical("The durable engine cannot commit any more and has to be started again: {Error}", fault.GetType().Name);
            Close(abruptly: true);
        }
        finally
        {
            _store.Dispose();
            FailAll();
            _ended.SetResult();
        }
    }

    private bool TakeBatch()
    {
        _batch.Clear();
        lock (_gate)
        {
            while (_waiting.Count == 0 && !_closed)
                Monitor.Wait(_gate);
            if (_dead)
                return false;
            var count = Math.Min(_waiting.Count, MaxBatch);
            _batch.AddRange(CollectionsMarshal.AsSpan(_waiting)[..count]);
            _waiting.RemoveRange(0, count);
            return count > 0;
        }
    }

    private void CommitBatch()
    {
        if (TryCommit(_batch) is null)
            return;

        // One of them may be at fault: each gets a transaction of its own.
        foreach (var pending in _batch)
        {
            if (TryCommit([pending]) is { } fault)
            {
                _logger.LogError("A change could not be committed: {Error}", fault.GetType().Name);
                pending.Fail(fault);
            }
        }
    }

    private Exception? TryCommit(List<PendingCommit> batch)
    {
        var started = Stopwatch.GetTimestamp();
        try
        {
            _effects.Clear();
            _store.Begin();
            foreach (var pending in batch)
            {
                _effects.Cause = pending.Cause;
                pending.Apply(_store, _effects);
            }

            _probe?.Invoke(CommitStage.Before);
            _store.Commit();
        }
        catch (Exception fault) when (fault is not SimulatedCrashException)
        {
            RollBack();
            return fault;
        }

        _telemetry.Committed(batch.Count, Stopwatch.GetElapsedTime(started));
        _probe?.Invoke(CommitStage.After);
        foreach (var pending in batch)
            pending.Succeed();
        _perform(_effects);
        return null;
    }

    private void RollBack()
    {
        try
        {
            _store.Rollback();
        }
        catch (Microsoft.Data.Sqlite.SqliteException fault)
        {
            // A full disk ends the transaction by itself; then there is nothing to roll back.
            _logger.LogWarning("A transaction had ended already: SQLite error {Code}", fault.SqliteErrorCode);
        }
    }

    private void FailAll()
    {
        List<PendingCommit> rest;
        lock (_gate)
        {
            rest = [.. _batch, .. _waiting];
            _waiting.Clear();
        }

        foreach (var pending in rest)
            pending.Fail(new EngineStoppedException());
    }
}
