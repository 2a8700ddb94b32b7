using System.Threading.Channels;
using DurableTask.Core;
using DurableTask.Core.Exceptions;
using DurableTask.Core.History;
using Microsoft.Extensions.Logging;
using Nots.Durable.Sqlite.Events;
using Nots.Durable.Sqlite.Store;
using Nots.Durable.Sqlite.Store.Operations;
using Nots.Durable.Sqlite.Work;

namespace Nots.Durable.Sqlite;

/// <content>The turns that the dispatcher of orchestrations fetches, and what comes of them.</content>
public sealed partial class SqliteOrchestrationService
{
    private CancellationToken _dispatching;

    /// <summary>One: fetching hands over what is in memory or loads one history, and does not wait for others.</summary>
    public int TaskOrchestrationDispatcherCount => 1;

    /// <summary>
    /// The dispatcher lets half of these stay in memory between their turns, so it is twice what <see cref="SqliteOrchestrationServiceOptions.MaxSessions"/>
    /// allows: the limit is kept here.
    /// </summary>
    public int MaxConcurrentTaskOrchestrationWorkItems => 2 * (Math.Max(_options.MaxSessions, _options.MaxConcurrentOrchestrations) + (2 * Residents.Slack));

    /// <summary>Events that an execution has not read go along to the next one.</summary>
    public BehaviorOnContinueAsNew EventBehaviourForContinueAsNew => BehaviorOnContinueAsNew.Carryover;

    public bool IsMaxMessageCountExceeded(int currentMessageCount, OrchestrationRuntimeState runtimeState) => false;

    /// <summary>None: a work item that fails has a pause of its own, and holds up no other.</summary>
    public int GetDelayInSecondsAfterOnProcessException(Exception exception) => 0;

    public int GetDelayInSecondsAfterOnFetchException(Exception exception) => exception is OperationCanceledException ? 0 : 1;

    public async Task<TaskOrchestrationWorkItem?> LockNextTaskOrchestrationWorkItemAsync(TimeSpan receiveTimeout, CancellationToken cancellationToken)
    {
        NoticeStop(cancellationToken);
        try
        {
            var backend = Open();
            while (true)
            {
                var session = await backend.Sessions.NextAsync(cancellationToken);
                if (await TryBeginAsync(backend, session) is { } workItem)
                    return workItem;
            }
        }
        catch (Exception ended) when (ended is OperationCanceledException or ChannelClosedException or BackendStoppedException)
        {
            await PauseAsync(receiveTimeout, cancellationToken);
            return null;
        }
    }

    public Task RenewTaskOrchestrationWorkItemLockAsync(TaskOrchestrationWorkItem workItem) => Task.CompletedTask;

    /// <exception cref="SessionAbortedException">The instance has been ended or purged meanwhile; nothing was changed.</exception>
    public async Task CompleteTaskOrchestrationWorkItemAsync(
        TaskOrchestrationWorkItem workItem,
        OrchestrationRuntimeState newOrchestrationRuntimeState,
        IList<TaskMessage> outboundMessages,
        IList<TaskMessage> orchestratorMessages,
        IList<TaskMessage> timerMessages,
        TaskMessage continuedAsNewMessage,
        OrchestrationState? orchestrationState)
    {
        var (backend, session) = Unwrap(workItem);
        var turn = new CompleteTurn
        {
            Instance = session.Number,
            Consumed = session.Taken,
            Result = orchestrationState is null ? null : TurnResults.From(
                workItem.OrchestrationRuntimeState, newOrchestrationRuntimeState, outboundMessages, orchestratorMessages, timerMessages,
                orchestrationState, _time.GetUtcNow().UtcDateTime),
        };
        if (!await CommitAsync(backend, session, turn))
        {
            backend.Sessions.Lose(session.Number);
            throw new SessionAbortedException("The instance has been ended or purged meanwhile.");
        }

        backend.Sessions.Complete(session, outboundMessages.Count);
        if (orchestrationState is null)
            return;
        backend.Telemetry.TurnCommitted(orchestrationState.Name);
        if (orchestrationState.OrchestrationStatus.HasEnded())
            backend.Telemetry.Ended(orchestrationState.Name, Statuses.NameOf(orchestrationState.OrchestrationStatus));
    }

    public async Task AbandonTaskOrchestrationWorkItemAsync(TaskOrchestrationWorkItem workItem)
    {
        var (backend, session) = Unwrap(workItem);
        if (session.IsLost)
            return;
        var attempts = backend.Sessions.Abandon(session);
        if (attempts < _options.MaxWorkItemAttempts)
            return;
        await GiveUpAsync(backend, session.InstanceId, new FailureDetails(
            "Nots.Durable.WorkItemAbandoned", $"The orchestration could not be executed in {attempts} attempts.", null, null, isNonRetriable: true));
    }

    public Task ReleaseTaskOrchestrationWorkItemAsync(TaskOrchestrationWorkItem workItem)
    {
        var (backend, session) = Unwrap(workItem);
        backend.Sessions.Release(session);
        return Task.CompletedTask;
    }

    private static (Backend Backend, Session Session) Unwrap(TaskOrchestrationWorkItem workItem)
    {
        var item = (OrchestrationWorkItem)workItem;
        return (item.Backend, item.Locked);
    }

    /// <summary>A fetch without a backend: whoever asks again at once would go round in circles.</summary>
    private static async Task PauseAsync(TimeSpan pause, CancellationToken cancellationToken) =>
        await Task.Delay(pause, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    /// <summary>
    /// The dispatcher does not stop before all its work items are back, those too that only wait; but the backend is told after the dispatcher.
    /// The token with which it fetches is the sign.
    /// </summary>
    private void NoticeStop(CancellationToken dispatching)
    {
        lock (_gate)
        {
            if (_dispatching == dispatching || !dispatching.CanBeCanceled || dispatching.IsCancellationRequested)
                return;
            _dispatching = dispatching;
            _backend?.Sessions.Drain(isDraining: false);
        }

        dispatching.Register(() =>
        {
            lock (_gate)
                _backend?.Sessions.Drain(isDraining: true);
        });
    }

    /// <returns>Null when there is nothing to do after all.</returns>
    private async ValueTask<OrchestrationWorkItem?> TryBeginAsync(Backend backend, Session session)
    {
        var withMessages = session.NeedsMessages;
        StoredInstance? stored;
        try
        {
            stored = backend.Readers.Read(reader => reader.Load(session.Number, withMessages));
        }
        catch (HistoryUnreadableException fault)
        {
            await EndUnreadableAsync(backend, session, fault);
            return null;
        }
        catch (Exception fault) when (fault is not BackendStoppedException)
        {
            _logger.LogError("Instance {Instance} could not be loaded and is tried again: {Error}", session.Number, fault.GetType().Name);
            session.HasCommitFailed = true;
            backend.Sessions.Abandon(session);
            backend.Sessions.Release(session);
            return null;
        }

        if (stored is null || stored.Head.HasEnded)
        {
            backend.Sessions.Lose(session.Number);
            backend.Sessions.Release(session);
            return null;
        }

        var messages = backend.Sessions.Begin(session, stored, withMessages);
        if (messages.Count > 0 && (stored.History.Count > 0 || messages[0].Event is ExecutionStartedEvent))
        {
            return new OrchestrationWorkItem(backend, session)
            {
                InstanceId = stored.Head.Id,
                OrchestrationRuntimeState = new OrchestrationRuntimeState(stored.History),
                NewMessages = messages,
                LockedUntilUtc = DateTime.MaxValue,
                Session = backend.Sessions.TryKeep(session) ? session : null,
            };
        }

        backend.Sessions.Shelve(session);
        return null;
    }

    private async Task EndUnreadableAsync(Backend backend, Session session, HistoryUnreadableException fault)
    {
        _logger.LogError("The history of instance {Instance} cannot be read, so the instance ends as failed: {Error}", session.Number, fault.Message);
        var id = backend.Readers.Read(reader => StateQuery.IdOf(reader.Connection, session.Number));
        if (id is not null)
            await GiveUpAsync(backend, id, new FailureDetails("Nots.Durable.HistoryUnreadable", fault.Message, null, null, isNonRetriable: true));
        backend.Sessions.Lose(session.Number);
        backend.Sessions.Release(session);
    }

    private async Task GiveUpAsync(Backend backend, string instanceId, FailureDetails failure)
    {
        _logger.LogError("Instance {InstanceId} ends as failed: {Failure}", instanceId, failure.ErrorMessage);
        backend.Telemetry.GivenUp();
        await backend.Commits.SubmitAsync(new EndInstance(instanceId, OrchestrationStatus.Failed, failure.ErrorMessage, failure));
    }

    private static async Task<bool> CommitAsync(Backend backend, Session session, CompleteTurn turn)
    {
        try
        {
            return await backend.Commits.SubmitAsync(turn);
        }
        catch (Exception)
        {
            // The instance is not at fault: it may be tried for as long as the disk is full.
            session.HasCommitFailed = true;
            throw;
        }
    }
}
