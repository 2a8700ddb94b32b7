using System.Diagnostics;
using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using Nots.Durable.Sqlite.Telemetry;

namespace Nots.Durable.Sqlite.Store;

/// <summary>Where in a commit a test may end the process.</summary>
internal enum CommitStage
{
    /// <summary>All is applied, nothing is durable.</summary>
    Before,

    /// <summary>All is durable, nobody knows yet.</summary>
    After,
}

/// <summary>Thrown by a test's probe: the process ends here.</summary>
internal sealed class SimulatedCrashException : Exception;

/// <summary>
/// The one writer. All changes that wait are committed in one transaction, so that many share one flush of the disk; nobody is answered, and
/// nothing follows, before it is there.
/// </summary>
internal sealed class CommitLoop
{
    /// <summary>Enough to share a flush; few enough that the next turns are computed while these are written.</summary>
    private const int MaxBatch = 256;

    private readonly object _gate = new();
    private readonly StoreWriter _store;
    private readonly Action<CommitEffects> _perform;
    private readonly Action<CommitStage>? _probe;
    private readonly BackendTelemetry _telemetry;
    private readonly ILogger _logger;
    private readonly CommitEffects _effects = new();
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<StoreOperation> _waiting = [];
    private readonly List<StoreOperation> _batch = [];
    private bool _closed;
    private bool _dead;

    /// <param name="store">Owned by the loop from now on.</param>
    /// <param name="perform">Sets going what follows from a commit; called on the loop's thread, so it must be quick.</param>
    /// <param name="telemetry">Learns how long commits take.</param>
    /// <param name="logger">No payload goes there.</param>
    /// <param name="probe">Called around each commit, for tests: what it throws kills the loop as a crash would.</param>
    public CommitLoop(
        StoreWriter store, Action<CommitEffects> perform, BackendTelemetry telemetry, ILogger logger, Action<CommitStage>? probe)
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
    /// <exception cref="BackendStoppedException">Nothing is committed any more.</exception>
    public Task<TResult> SubmitAsync<TResult>(StoreOperation<TResult> operation)
    {
        lock (_gate)
        {
            if (!_closed)
            {
                _waiting.Add(operation);
                if (_waiting.Count == 1)
                    Monitor.Pulse(_gate);
                return operation.Task;
            }
        }

        operation.Fail(new BackendStoppedException());
        return operation.Task;
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
            // A fault of the store goes to those whose changes it hit; this is one of the loop itself, or a test's crash.
            _logger.LogCritical("The durable backend cannot commit any more and has to be started again: {Error}", fault.GetType().Name);
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
        foreach (var operation in _batch)
        {
            if (TryCommit([operation]) is { } fault)
            {
                _logger.LogError("A change could not be committed: {Error}", Describe(fault));
                operation.Fail(fault);
            }
        }
    }

    private Exception? TryCommit(List<StoreOperation> batch)
    {
        var started = Stopwatch.GetTimestamp();
        try
        {
            _effects.Clear();
            _store.Begin();
            foreach (var operation in batch)
                operation.Apply(_store, _effects);
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
        _perform(_effects);
        foreach (var operation in batch)
            operation.Succeed();
        return null;
    }

    private void RollBack()
    {
        try
        {
            _store.Rollback();
        }
        catch (SqliteException fault)
        {
            // A full disk ends the transaction by itself; then there is nothing to roll back.
            _logger.LogWarning("A transaction had ended already: {Error}", Describe(fault));
        }
    }

    private void FailAll()
    {
        List<StoreOperation> rest;
        lock (_gate)
        {
            rest = [.. _batch, .. _waiting];
            _waiting.Clear();
        }

        foreach (var operation in rest)
            operation.Fail(new BackendStoppedException());
    }

    private static string Describe(Exception fault) =>
        fault is SqliteException sqlite ? $"SQLite error {sqlite.SqliteErrorCode} ({sqlite.SqliteExtendedErrorCode})" : fault.GetType().Name;
}
