namespace Nots.Functions.StandInHost.Worker;

/// <summary>Keeps one worker running: starts it, and starts another when it ends.</summary>
internal sealed class WorkerSupervisor(Func<WorkerStart, IWorker> start, string appFolder, WorkerLog log) : IAsyncDisposable
{
    private const int MostFailedStarts = 3;

    private static readonly TimeSpan ReadyWithin = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan EndsWithin = TimeSpan.FromSeconds(10);

    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _stopping = new();
    private TaskCompletionSource<WorkerConnection> _ready = New();
    private WorkerConnection? _connection;
    private TaskCompletionSource? _connected;
    private IWorker? _worker;
    private Task _running = Task.CompletedTask;
    private int _starts;

    /// <summary>How many workers were started, the first included.</summary>
    public int Starts => Volatile.Read(ref _starts);

    /// <param name="host">Where workers connect.</param>
    /// <param name="cancellationToken">Gives up the wait.</param>
    /// <exception cref="WorkerStartException">It ended, or was not ready in time.</exception>
    public async Task StartAsync(Uri host, CancellationToken cancellationToken)
    {
        _running = RunAsync(host);
        await ReadyAsync(cancellationToken);
    }

    /// <summary>The worker that is ready, or the next one as soon as it is.</summary>
    /// <exception cref="WorkerStartException">None can be started.</exception>
    public Task<WorkerConnection> ReadyAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
            return _ready.Task.WaitAsync(cancellationToken);
    }

    /// <summary>The connection of a worker that now calls; null for one that is not expected.</summary>
    public WorkerConnection? Connect(string workerId)
    {
        lock (_gate)
        {
            if (_connection?.WorkerId != workerId || _connected?.TrySetResult() != true)
                return null;
            return _connection;
        }
    }

    /// <summary>Kills the worker, ready or not. Another is started at once.</summary>
    public void Kill()
    {
        lock (_gate)
            _worker?.Kill();
    }

    /// <summary>Kills the worker, and starts no other.</summary>
    public void KillForGood()
    {
        _stopping.Cancel();
        Kill();
    }

    /// <summary>Asks the worker to end, and kills it when it does not.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _running;
        _stopping.Dispose();
    }

    private static TaskCompletionSource<WorkerConnection> New() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private async Task RunAsync(Uri host)
    {
        for (var failed = 0; !_stopping.IsCancellationRequested;)
        {
            var fault = await RunOneAsync(host);
            failed = fault is null ? 0 : failed + 1;
            if (failed < MostFailedStarts)
                continue;
            lock (_gate)
                _ready.TrySetException(new WorkerStartException($"{failed} workers in a row did not start. {fault}{Environment.NewLine}{log}"));
            return;
        }
    }

    /// <returns>Why it never was ready; null if it was.</returns>
    private async Task<string?> RunOneAsync(Uri host)
    {
        var connection = new WorkerConnection(Guid.NewGuid().ToString(), log);
        var connected = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        IWorker worker;
        lock (_gate)
        {
            (_connection, _connected) = (connection, connected);
            _worker = worker = start(new WorkerStart(host, connection.WorkerId, log.Write));
            _starts++;
        }
        _ = worker.Ended.ContinueWith(_ => connection.Lose(), TaskScheduler.Default);
        await using (worker)
        {
            if (await PrepareAsync(connection, connected.Task) is { } fault)
                return fault;
            lock (_gate)
                _ready.TrySetResult(connection);
            await EndAsync(connection, worker);
            lock (_gate)
            {
                if (_ready.Task.IsCompleted)
                    _ready = New();
            }
            return null;
        }
    }

    private async Task<string?> PrepareAsync(WorkerConnection connection, Task connected)
    {
        using var late = new CancellationTokenSource(ReadyWithin);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, _stopping.Token, connection.Lost);
        try
        {
            await connected.WaitAsync(either.Token);
            await connection.HandshakeAsync(appFolder, either.Token);
            return null;
        }
        catch (OperationCanceledException)
        {
            return connection.Lost.IsCancellationRequested ? "It ended by itself." : $"It was not ready within {ReadyWithin.TotalSeconds:0} s.";
        }
        catch (Exception fault) when (fault is WorkerStartException or WorkerLostException)
        {
            return fault.Message;
        }
    }

    private async Task EndAsync(WorkerConnection connection, IWorker worker)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(connection.Lost, _stopping.Token);
        await Task.Delay(Timeout.InfiniteTimeSpan, either.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (connection.Lost.IsCancellationRequested)
            return;
        connection.Terminate();
        await worker.Ended.WaitAsync(EndsWithin).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
