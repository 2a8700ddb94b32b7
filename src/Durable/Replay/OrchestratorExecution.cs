using Microsoft.Extensions.Logging;
using Nots.Application.Orchestration;
using Nots.Durable.History;

namespace Nots.Durable.Replay;

/// <summary>
/// One execution of an orchestrator in memory: fed with incoming events, one at a time, it yields the actions that they led
/// to. Knows neither threads nor storage.
/// </summary>
internal sealed class OrchestratorExecution
{
    private readonly OrchestrationRegistration _orchestration;
    private readonly ActionJournal _journal = new();
    private readonly OrchestratorScheduler _scheduler;
    private readonly ReplayContext _context;

    /// <param name="orchestration">Whose code runs.</param>
    /// <param name="instanceId">Of the instance.</param>
    /// <param name="loggers">For the orchestrator's replay-safe loggers.</param>
    /// <param name="faulted">Called, on any thread, when the code breaks a rule while no event is being applied.</param>
    public OrchestratorExecution(
        OrchestrationRegistration orchestration, string instanceId, ILoggerFactory loggers, Action? faulted = null)
    {
        _orchestration = orchestration;
        _scheduler = new OrchestratorScheduler(rule =>
        {
            _context!.Break(rule);
            faulted?.Invoke();
        });
        _context = new ReplayContext(instanceId, _journal, _scheduler, loggers);
    }

    public bool HasEnded => _journal.Ending is not null;

    /// <summary>Null until the orchestrator has set one.</summary>
    public string? CustomStatus => _context.CustomStatus;

    /// <summary>Goes through a history without effects.</summary>
    /// <exception cref="OrchestratorFaultException">The code does not do what the history says, or breaks a rule.</exception>
    public void Replay(IReadOnlyList<HistoryEvent> history)
    {
        _journal.Replay(history);
        while (_journal.NextIncoming() is { } incoming)
            Deliver(incoming);
    }

    /// <summary>Starts from the first event, which is in the history already.</summary>
    /// <exception cref="OrchestratorFaultException">The code breaks a rule.</exception>
    public void Start(ExecutionStarted started) => Deliver(started);

    /// <summary>Applies a new event.</summary>
    /// <returns>Whether it was taken; an outcome that nobody waits for (a duplicate, a cancelled timer) is not.</returns>
    /// <exception cref="OrchestratorFaultException">The code breaks a rule.</exception>
    public bool Apply(IncomingEvent incoming)
    {
        ThrowIfFaulted();
        if (HasEnded || (incoming is TaskOutcomeEvent outcome && !_context.IsOpen(outcome.TaskId)))
            return false;
        _journal.Record(incoming);
        Deliver(incoming);
        return true;
    }

    /// <summary>The events since the last call: each incoming one, followed by the actions that it led to.</summary>
    public List<HistoryEvent> TakeNew() => _journal.TakeNew();

    /// <exception cref="OrchestratorFaultException">The code has broken a rule.</exception>
    public void ThrowIfFaulted()
    {
        if (_context.Fault is { } fault)
            throw new OrchestratorFaultException(fault);
    }

    private void Deliver(IncomingEvent incoming)
    {
        _context.MoveClock(incoming.At);
        _scheduler.Run(() => Dispatch(incoming));
        ThrowIfFaulted();
        if (!HasEnded && !_context.IsWaiting)
            throw new OrchestratorFaultException("the orchestrator waits for something that is not a task of its context, so nothing can wake it");
    }

    private void Dispatch(IncomingEvent incoming)
    {
        switch (incoming)
        {
            case ExecutionStarted started:
                _context.Begin(started);
                _ = DriveAsync(started.Input);
                break;
            case EventRaised raised:
                _context.Events.Raise(raised.Name, raised.Payload);
                break;
            case TaskOutcomeEvent outcome:
                Complete(outcome);
                break;
            default:
                throw new InvalidOperationException($"No orchestrator takes a {incoming.GetType().Name}.");
        }
    }

    private void Complete(TaskOutcomeEvent outcome)
    {
        var task = _context.Close(outcome.TaskId)
            ?? throw new OrchestratorFaultException($"the history has the outcome of task {outcome.TaskId}, which the code has not started");
        switch (outcome)
        {
            case ActivityCompleted completed:
                task.Complete(completed.Result);
                break;
            case SubOrchestrationCompleted completed:
                task.Complete(completed.Result);
                break;
            case ActivityFailed failed:
                task.Fail(failed.Failure);
                break;
            case SubOrchestrationFailed failed:
                task.Fail(failed.Failure);
                break;
            default:
                task.Complete(result: null);
                break;
        }
    }

    private async Task DriveAsync(string? input)
    {
        EndingEvent ending;
        try
        {
            var output = await _orchestration.Run(_context, input);
            ending = _context.NextInput is { } next
                ? new ContinuedAsNew(next, [.. _context.Events.Unread])
                : new ExecutionCompleted(output);
        }
        catch (Exception exception)
        {
            ending = new ExecutionFailed(FailureDetails.From(exception));
        }

        End(ending);
    }

    private void End(EndingEvent ending)
    {
        if (_context.Fault is not null)
            return;
        if (!_scheduler.IsCurrent)
        {
            _context.Break("the orchestrator ended outside its scheduler");
            return;
        }

        try
        {
            _journal.Record(ending with { At = _context.CurrentUtc });
        }
        catch (OrchestratorFaultException fault)
        {
            _context.Break(fault.Message);
        }
    }
}
