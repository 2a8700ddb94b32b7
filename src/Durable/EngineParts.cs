using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Nots.Application.Orchestration;
using Nots.Durable.Runtime;
using Nots.Durable.Store;
using Nots.Durable.Store.Operations;
using Nots.Durable.Telemetry;

namespace Nots.Durable;

/// <summary>A running engine's parts, put together: commits on one side, turns, activities and timers that follow from them on the other.</summary>
internal sealed class EngineParts : IAsyncDisposable
{
    private readonly InstanceLock _lock;
    private readonly SessionTable _sessions;
    private readonly ActivityDispatcher _activities;
    private readonly TimerQueue _timers;
    private readonly EngineTelemetry _telemetry;
    private readonly TimeProvider _time;
    private readonly TimeSpan _stopGrace;
    private long _starting;

    private EngineParts(
        EngineOptions options, WorkflowCatalogue catalogue, IServiceScopeFactory scopes, TimeProvider time, ILoggerFactory loggers, InstanceLock fileLock)
    {
        var logger = loggers.CreateLogger<EmbeddedEngine>();
        var connection = new SqliteConnectionStringBuilder { DataSource = options.DatabasePath, Mode = SqliteOpenMode.ReadWriteCreate };
        var writer = new StoreWriter(new SqliteConnectionStringBuilder(connection.ConnectionString) { Pooling = false }.ConnectionString, time);
        _lock = fileLock;
        _time = time;
        _stopGrace = options.StopGrace;
        _telemetry = new EngineTelemetry(() => Backlog);
        Reader = new StoreReader(connection.ConnectionString);
        Commits = new CommitLoop(writer, Perform, _telemetry, logger, options.CommitProbe);
        var turns = new TurnRunner(new InstanceLoader(Reader, catalogue, loggers), Commits, time, _telemetry, logger) { Sessions = () => _sessions! };
        _sessions = new SessionTable(options.MaxConcurrentOrchestrators, options.MaxOrchestratorsInMemory, turns.Run);
        var runner = new ActivityRunner(catalogue, scopes, Commits, _telemetry, time, options.MaxActivityDeliveries);
        _activities = new ActivityDispatcher(options.MaxConcurrentActivities, runner, _sessions.Deliver, time, logger);
        _timers = new TimerQueue(Reader, time, (instance, message) => _sessions.Deliver(instance, message), logger);
    }

    public CommitLoop Commits { get; }

    public StoreReader Reader { get; }

    /// <summary>False when nothing can be committed any more; what is read then may never change.</summary>
    public bool IsAlive => !Commits.Ended.IsCompleted;

    /// <summary>Work items that wait or run: starts, turns, activities.</summary>
    public long Backlog => Interlocked.Read(ref _starting) + _sessions.Busy + _activities.Backlog;

    /// <exception cref="InvalidOperationException">Another process uses the file, a later version wrote it, or it is not the engine's.</exception>
    public static EngineParts Open(
        EngineOptions options, WorkflowCatalogue catalogue, IServiceScopeFactory scopes, TimeProvider time, ILoggerFactory loggers)
    {
        var path = Path.GetFullPath(options.DatabasePath);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var fileLock = InstanceLock.Take(path);
        try
        {
            return new EngineParts(options with { DatabasePath = path }, catalogue, scopes, time, loggers, fileLock);
        }
        catch (SqliteException fault)
        {
            fileLock.Dispose();
            throw new InvalidOperationException($"{path} cannot be opened as the durable engine's file: {fault.Message}", fault);
        }
        catch (Exception)
        {
            fileLock.Dispose();
            throw;
        }
    }

    /// <summary>Starts, with what was under way when the last process ended.</summary>
    public (int Instances, int Activities) Recover()
    {
        Commits.Start();
        var activities = Reader.OpenActivities();
        var instances = Reader.InstancesWithWork();
        foreach (var activity in activities)
            _activities.Dispatch(activity);
        foreach (var instance in instances)
            _sessions.Deliver(instance, message: null);
        _timers.Start();
        return (instances.Count, activities.Count);
    }

    /// <summary>Starts an instance if the backlog has room for it.</summary>
    /// <exception cref="OrchestrationBacklogException">It has not.</exception>
    public async Task<bool> StartInstanceAsync(StartInstance start, int maxBacklog)
    {
        Interlocked.Increment(ref _starting);
        try
        {
            if (Backlog > maxBacklog)
                throw new OrchestrationBacklogException($"The durable engine has {maxBacklog} work items before it and takes no more for now.");
            return await Commits.SubmitAsync(start);
        }
        finally
        {
            Interlocked.Decrement(ref _starting);
        }
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        _timers.Dispose();
        await StopActivitiesAsync(cancellationToken);
        Task drained = Task.WhenAny(_sessions.DrainAsync(), Commits.Ended);
        await drained.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _sessions.Halt();
        Commits.Submit(new ForgiveDeliveries(), static _ => { }, static _ => { });
        Commits.Close();
        await CloseAsync();
    }

    public ValueTask DisposeAsync() => new(StopAsync(CancellationToken.None));

    public async Task KillAsync()
    {
        Commits.Close(abruptly: true);
        _timers.Dispose();
        _sessions.Halt();
        _ = _activities.StopAsync();
        await _activities.CancelRunningAsync();
        await CloseAsync();
    }

    private async Task StopActivitiesAsync(CancellationToken cancellationToken)
    {
        var idle = _activities.StopAsync();
        await idle.WaitAsync(_stopGrace, _time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _activities.CancelRunningAsync();
        await idle.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task CloseAsync()
    {
        await Commits.Ended;
        Reader.Close();
        _activities.Dispose();
        _telemetry.Dispose();
        _lock.Dispose();
    }

    /// <summary>On the commit loop's thread. An instance that was ended in the same commit takes its activities back, so they go first.</summary>
    private void Perform(CommitEffects effects)
    {
        foreach (var timer in effects.Timers)
            _timers.Add(timer);
        foreach (var timer in effects.CancelledTimers)
            _timers.Cancel(timer);
        foreach (var activity in effects.Activities)
            _activities.Dispatch(activity);
        foreach (var instance in effects.Abandoned)
            _activities.Abandon(instance);
        foreach (var instance in effects.Changed)
            _sessions.Invalidate(instance);
        foreach (var (instance, message, cause) in effects.Messages)
            _sessions.Deliver(instance, message, cause);
    }
}
