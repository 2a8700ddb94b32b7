using Microsoft.Extensions.Logging;
using Nots.Application.Orchestration;
using Nots.Durable.History;
using Nots.Durable.Replay;
using Nots.Durable.Store;
using Nots.Durable.Store.Operations;
using Nots.Durable.Telemetry;

namespace Nots.Durable.Runtime;

/// <summary>
/// Takes an instance one turn further: what has come is applied, and the events with all that they lead to are committed
/// before anything of it happens.
/// </summary>
internal sealed class TurnRunner(
    InstanceLoader loader, CommitLoop commits, TimeProvider time, EngineTelemetry telemetry, ILogger logger)
{
    private static readonly TimeSpan RetryDelay = TimeSpan.FromSeconds(1);

    /// <summary>Where sessions are given back; set once, before the first turn.</summary>
    public required Func<SessionTable> Sessions { get; init; }

    public void Run(Session session)
    {
        var messages = Sessions().Take(session);
        try
        {
            RunTurn(session, messages);
        }
        catch (Exception fault)
        {
            RetryLater(session, messages, fault);
        }
        finally
        {
            Sessions().Yield();
        }
    }

    private void RunTurn(Session session, List<InstanceMessage> messages)
    {
        if (session.Loaded is { } loaded)
        {
            Advance(session, loaded, messages, messages);
            return;
        }

        var stored = loader.Read(session.Number);
        if (stored is null || stored.Row.Status.HasEnded())
            Submit(session, new DiscardMessages(session.Number, messages), messages);
        else if (stored.Row.Status == OrchestrationStatus.Suspended)
            Shelve(session, [.. messages.Where(message => message.Position is null)]);
        else
            LoadAndAdvance(session, stored, messages);
    }

    private void LoadAndAdvance(Session session, StoredInstance stored, List<InstanceMessage> messages)
    {
        try
        {
            var loaded = loader.Load(stored, () => Sessions().Deliver(session.Number, message: null));
            session.Loaded = loaded;
            Advance(session, loaded, [.. stored.Inbox.Select(message => message.Read()), .. messages], messages);
        }
        catch (Exception fault) when (fault is OrchestratorFaultException or HistoryUnreadableException)
        {
            Park(session, stored.Row, stored.Row.NextSequence, fault, messages);
        }
    }

    /// <param name="messages">What to apply.</param>
    /// <param name="received">What came to the session, to come again if the turn fails.</param>
    private void Advance(Session session, LoadedInstance loaded, List<InstanceMessage> messages, List<InstanceMessage> received)
    {
        using var span = EngineTelemetry.StartTurn(loaded.Row.Name, loaded.Row.InstanceId, session.CauseOfTurn);
        try
        {
            var turn = OrchestratorTurn.Run(loaded, messages, time.GetUtcNow());
            if (turn is null)
                Sessions().Release(session);
            else
                Commit(session, loaded, turn, received);
        }
        catch (OrchestratorFaultException fault)
        {
            Park(session, loaded.Row, loaded.NextSequence, fault, received);
        }
    }

    private void Commit(Session session, LoadedInstance loaded, Turn turn, List<InstanceMessage> received) => commits.Submit(
        new CommitTurn(turn),
        committed =>
        {
            if (!committed)
            {
                Sessions().Release(session, received);
                return;
            }

            loaded.NextSequence += turn.Events.Count;
            loaded.CustomStatus = turn.SetsCustomStatus ? turn.CustomStatus : loaded.CustomStatus;
            loaded.HasBegun = true;
            telemetry.TurnCommitted(loaded.Row.Name);
            if (loaded.Execution.HasEnded)
            {
                session.Loaded = null;
                telemetry.Ended(loaded.Row.Name, HistoryJson.TypeName(turn.Events[^1]));
            }

            Sessions().Release(session);
        },
        fault => RetryLater(session, received, fault));

    private void Park(Session session, InstanceRow instance, int sequence, Exception fault, List<InstanceMessage> messages)
    {
        logger.LogError("Orchestration {Name} {InstanceId} is parked: {Fault}", instance.Name, instance.InstanceId, fault.Message);
        telemetry.Parked(instance.Name);
        var failure = new FailureDetails(
            "Nots.Durable.OrchestratorFault", $"The orchestrator cannot go on: {fault.Message}. Resume it when code that fits its history is deployed.");
        commits.Submit(
            new ParkInstance(instance, sequence, failure),
            _ => Sessions().Release(session, messages),
            error => RetryLater(session, messages, error));
    }

    /// <summary>What is in the inbox waits there; the rest joins it.</summary>
    private void Shelve(Session session, List<InstanceMessage> messages) =>
        Submit(session, new ShelveMessages(session.Number, messages), messages);

    /// <param name="operation">Tells false when the instance has changed meanwhile, so that the turn must be run again.</param>
    private void Submit(Session session, IStoreOperation<bool> operation, List<InstanceMessage> messages)
    {
        if (messages.Count == 0)
        {
            Sessions().Release(session);
            return;
        }

        commits.Submit(
            operation,
            done => Sessions().Release(session, done ? null : messages),
            fault => RetryLater(session, messages, fault));
    }

    /// <summary>The store is at fault, not the orchestrator: nothing was committed, and it will be tried until it is.</summary>
    private void RetryLater(Session session, List<InstanceMessage> messages, Exception fault)
    {
        if (fault is EngineStoppedException)
            return;
        logger.LogError(fault, "A turn of instance number {Number} failed and is tried again", session.Number);
        session.Retry?.Dispose();
        session.Retry = time.CreateTimer(_ => Sessions().Release(session, messages), state: null, RetryDelay, Timeout.InfiniteTimeSpan);
    }
}
