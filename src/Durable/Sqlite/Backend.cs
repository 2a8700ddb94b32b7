using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using Nots.Durable.Sqlite.Store;
using Nots.Durable.Sqlite.Store.Operations;
using Nots.Durable.Sqlite.Telemetry;
using Nots.Durable.Sqlite.Work;

namespace Nots.Durable.Sqlite;

/// <summary>An open file's parts, put together: commits on one side, work that follows from them on the other.</summary>
internal sealed class Backend : IAsyncDisposable
{
    private readonly FileLock _lock;
    private readonly TimerQueue _timers;

    private Backend(SqliteOrchestrationServiceOptions options, string path, TimeProvider time, ILogger logger, FileLock fileLock)
    {
        var writer = new StoreWriter(path, time);
        _lock = fileLock;
        Telemetry = new BackendTelemetry(() => Sessions!.Busy + Activities!.Backlog, () => Sessions!.Kept);
        Commits = new CommitLoop(writer, Perform, Telemetry, logger, options.CommitProbe);
        Readers = new ReaderPool(path);
        Sessions = new SessionTable(options, time);
        Activities = new ActivityQueue(time);
        _timers = new TimerQueue(Readers, time, Sessions.Deliver, logger);
    }

    public CommitLoop Commits { get; }

    public ReaderPool Readers { get; }

    public SessionTable Sessions { get; }

    public ActivityQueue Activities { get; }

    public CompletionWaiters Waiters { get; } = new();

    public BackendTelemetry Telemetry { get; }

    /// <exception cref="InvalidOperationException">
    /// Another process uses the file, an earlier engine or a later version wrote it, or it is not the backend's.
    /// </exception>
    public static Backend Open(SqliteOrchestrationServiceOptions options, TimeProvider time, ILogger logger)
    {
        var path = Path.GetFullPath(options.DatabasePath);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var fileLock = FileLock.Take(path);
        try
        {
            var backend = new Backend(options, path, time, logger, fileLock);
            backend.Recover(logger);
            return backend;
        }
        catch (SqliteException fault)
        {
            fileLock.Dispose();
            throw new InvalidOperationException($"'{path}' cannot be opened as the durable backend's file: {fault.Message}", fault);
        }
        catch (Exception)
        {
            fileLock.Dispose();
            throw;
        }
    }

    /// <summary>Commits what waits and lets go of the file. Activities that still run will run again, and it is not held against them.</summary>
    public async ValueTask DisposeAsync()
    {
        _timers.Dispose();
        _ = Commits.SubmitAsync(new ForgiveDeliveries()).ContinueWith(
            static forgiven => forgiven.Exception, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        Commits.Close();
        await LetGoAsync();
    }

    /// <summary>For tests: ends as a killed process would, with nothing more committed.</summary>
    public async Task KillAsync()
    {
        Commits.Close(abruptly: true);
        _timers.Dispose();
        await LetGoAsync();
    }

    private async Task LetGoAsync()
    {
        await Commits.Ended;
        Sessions.Dispose();
        Activities.Dispose();
        Waiters.FailAll();
        Readers.Dispose();
        Telemetry.Dispose();
        _lock.Dispose();
    }

    private void Recover(ILogger logger)
    {
        Commits.Start();
        var (activities, instances) = Readers.Read(static reader => (reader.OpenActivities(), reader.InstancesWithMessages()));
        activities.ForEach(Activities.Add);
        instances.ForEach(Sessions.Wake);
        _timers.Start();
        logger.LogInformation(
            "The durable backend has started: {Instances} instances and {Activities} activities to go on with", instances.Count, activities.Count);
    }

    /// <summary>On the commit loop's thread. An instance that ended in the same transaction takes back what came before.</summary>
    private void Perform(CommitEffects effects)
    {
        foreach (var delayed in effects.Delayed)
            _timers.Add(delayed);
        foreach (var activity in effects.Activities)
            Activities.Add(activity);
        foreach (var message in effects.Messages)
            Sessions.Deliver(message);
        foreach (var (instance, executionId) in effects.Renewed)
            Sessions.Renew(instance, executionId);
        foreach (var (instance, _) in effects.Ended)
            Sessions.End(instance);
        foreach (var instance in effects.Lost)
            Sessions.Lose(instance);
        foreach (var (_, id) in effects.Ended)
            Waiters.Notify(id);
    }
}
