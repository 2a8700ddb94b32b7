using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace Nots.StripeSimulator.Store;

/// <summary>
/// Runs all work on the database in one line, many pieces to a commit: whoever waits is answered only once the commit that
/// holds its work is done. Under load a commit is shared by all that came while the last one was being made.
/// </summary>
internal sealed class Writer : IAsyncDisposable
{
    private const int MaxBatch = 256;

    private readonly Database _database;
    private readonly Channel<Job> _jobs = Channel.CreateUnbounded<Job>(new UnboundedChannelOptions { SingleReader = true });
    private readonly Task _loop;
    private readonly ILogger<Writer> _log;

    public Writer(Database database, ILogger<Writer> log)
    {
        _database = database;
        _log = log;
        _loop = Task.Run(LoopAsync);
    }

    /// <summary>Told after each commit of the deliveries that came with it.</summary>
    public Action<IReadOnlyList<PendingDelivery>>? Committed { get; set; }

    public Task<T> RunAsync<T>(Func<Database, T> work)
    {
        var job = new Job<T>(work);
        return _jobs.Writer.TryWrite(job)
            ? job.Task
            : Task.FromException<T>(new ObjectDisposedException(nameof(Writer)));
    }

    /// <summary>Work that nobody waits for, committed with whatever comes next.</summary>
    public Task RunAsync(Action<Database> work) => RunAsync(database =>
    {
        work(database);
        return true;
    });

    public async ValueTask DisposeAsync()
    {
        _jobs.Writer.TryComplete();
        await _loop;
    }

    private async Task LoopAsync()
    {
        var batch = new List<Job>(MaxBatch);
        while (await _jobs.Reader.WaitToReadAsync())
        {
            while (batch.Count < MaxBatch && _jobs.Reader.TryRead(out var job))
                batch.Add(job);
            RunBatch(batch);
            batch.Clear();
        }
    }

    private void RunBatch(List<Job> batch)
    {
        IReadOnlyList<PendingDelivery> deliveries = [];
        try
        {
            _database.Begin();
            foreach (var job in batch)
                job.Run(_database);
            deliveries = _database.Commit();
        }
        catch (Exception fault)
        {
            // The disk is full or the file is gone: nobody is told that it worked.
            _log.LogError(fault, "{Count} pieces of work could not be committed", batch.Count);
            foreach (var job in batch)
                job.Fail(fault);
            TryRollback();
        }

        if (deliveries.Count > 0)
            Committed?.Invoke(deliveries);
        foreach (var job in batch)
            job.Complete();
    }

    private void TryRollback()
    {
        try
        {
            _database.Rollback();
        }
        catch (SqliteException)
        {
            // There was no transaction to roll back: the fault was in beginning one, or SQLite had rolled back by itself.
        }
    }

    private abstract class Job
    {
        public abstract void Run(Database database);

        public abstract void Fail(Exception fault);

        public abstract void Complete();
    }

    private sealed class Job<T>(Func<Database, T> work) : Job
    {
        private readonly TaskCompletionSource<T> _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private T? _result;
        private Exception? _fault;

        public Task<T> Task => _completion.Task;

        public override void Run(Database database)
        {
            try
            {
                _result = database.Atomically(() => work(database));
            }
            catch (Exception fault) when (fault is not SqliteException)
            {
                _fault = fault;
            }
        }

        public override void Fail(Exception fault) => _fault = fault;

        public override void Complete()
        {
            if (_fault is not null)
                _completion.SetException(_fault);
            else
                _completion.SetResult(_result!);
        }
    }
}
