using DurableTask.Core;
using DurableTask.Core.History;
using DurableTask.Core.Middleware;
using Microsoft.DurableTask.Worker;
using Microsoft.DurableTask.Worker.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Nots.Durable.TaskHub;

/// <summary>
/// Runs registered orchestrators and activities in this process, on any <see cref="IOrchestrationService"/>: DurableTask.Core's
/// dispatchers, and the Durable Task SDK's shims between them and the code.
/// </summary>
public sealed class TaskHubDurableTaskWorker : DurableTaskWorker
{
    private static readonly TimeSpan StopGrace = TimeSpan.FromSeconds(5);

    private readonly RunningWork _running = new();
    private readonly TaskHubWorker _worker;
    private readonly IOrchestrationService _backend;

    /// <param name="name">Of the worker among several in one service collection; empty for the only one.</param>
    /// <param name="factory">Makes orchestrators and activities by name.</param>
    /// <param name="backend">Where work comes from.</param>
    /// <param name="options">Data converter and longest timer.</param>
    /// <param name="time">What orchestrators see as the current time.</param>
    /// <param name="services">Each try of an activity has a scope of its own.</param>
    /// <param name="loggers">Payloads are not logged.</param>
    public TaskHubDurableTaskWorker(
        string name,
        IDurableTaskFactory factory,
        IOrchestrationService backend,
        IOptionsMonitor<DurableTaskWorkerOptions> options,
        TimeProvider time,
        IServiceProvider services,
        ILoggerFactory loggers)
        : base(name, factory)
    {
        var shims = new DurableTaskShims(factory, options.Get(name), services, loggers);
        _backend = backend;
        _worker = new TaskHubWorker(backend, shims.Orchestrations, shims.Activities, loggers) { ErrorPropagationMode = ErrorPropagationMode.UseFailureDetails };
        _worker.AddOrchestrationDispatcherMiddleware((context, next) => _running.CountAsync(() => PrepareTurn(context, next, time)));
        _worker.AddActivityDispatcherMiddleware((_, next) => _running.CountAsync(next));
    }

    /// <summary>Returns when the dispatchers fetch work.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await _backend.CreateIfNotExistsAsync();
        await _worker.StartAsync();
        await base.StartAsync(cancellationToken);
    }

    /// <summary>Lets the turns and activities that run come to their end, for five seconds. What does not is run again after the next start.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        // The dispatchers' own patience is counted in whole seconds; with these two stopped, nothing new begins.
        await Task.WhenAll(_worker.TaskOrchestrationDispatcher.StopAsync(forced: true), _worker.TaskActivityDispatcher.StopAsync(forced: true));
        await _running.WaitAsync(StopGrace, cancellationToken);
        await _worker.StopAsync(isForced: true);
        await base.StopAsync(cancellationToken);
    }

    public override void Dispose()
    {
        _worker.Dispose();
        base.Dispose();
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.CompletedTask;

    /// <summary>
    /// DurableTask.Core dates a turn with the machine's clock; an orchestrator's time is the date of the turn's first event, kept
    /// in the history and the same on every replay.
    /// </summary>
    private static Task PrepareTurn(DispatchMiddlewareContext context, Func<Task> next, TimeProvider time)
    {
        var state = context.GetProperty<OrchestrationRuntimeState>();
        var now = time.GetUtcNow().UtcDateTime;
        foreach (var started in state.NewEvents.OfType<OrchestratorStartedEvent>())
            started.Timestamp = now;
        if (context.GetProperty<TaskOrchestration>() is DurableTaskShims.NamedOrchestration orchestration)
            orchestration.Parent = state.ParentInstance;
        TellWhyChildrenFailed(state);
        return next();
    }

    /// <summary>Of a child that was terminated DurableTask.Core tells its parent no details, without which the SDK's shims cannot do.</summary>
    private static void TellWhyChildrenFailed(OrchestrationRuntimeState state)
    {
        for (var index = 0; index < state.NewEvents.Count; index++)
        {
            if (state.NewEvents[index] is not SubOrchestrationInstanceFailedEvent { FailureDetails: null } failed)
                continue;
            var details = new FailureDetails("Terminated", failed.Reason ?? "The orchestration was terminated.", null, null, isNonRetriable: false);
            var told = new SubOrchestrationInstanceFailedEvent(failed.EventId, failed.TaskScheduledId, failed.Reason, failed.Details, details) { Timestamp = failed.Timestamp };
            state.Events[state.Events.IndexOf(failed)] = told;
            state.NewEvents[index] = told;
        }
    }

    /// <summary>What is under way, so that a stop can wait for it.</summary>
    private sealed class RunningWork
    {
        private readonly TaskCompletionSource _none = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _count;
        private bool _stopping;

        public async Task CountAsync(Func<Task> work)
        {
            Interlocked.Increment(ref _count);
            try
            {
                await work();
            }
            finally
            {
                if (Interlocked.Decrement(ref _count) == 0 && Volatile.Read(ref _stopping))
                    _none.TrySetResult();
            }
        }

        public async Task WaitAsync(TimeSpan atMost, CancellationToken cancellationToken)
        {
            Volatile.Write(ref _stopping, true);
            if (Volatile.Read(ref _count) > 0)
                await _none.Task.WaitAsync(atMost, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
