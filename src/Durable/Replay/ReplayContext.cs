using Microsoft.Extensions.Logging;
using Nots.Application.Orchestration;
using Nots.Durable.History;

namespace Nots.Durable.Replay;

/// <summary>What one execution's orchestrator sees. Its calls become actions in the journal; outcomes come back by task id.</summary>
internal sealed class ReplayContext(
    string instanceId, ActionJournal journal, OrchestratorScheduler scheduler, ILoggerFactory loggers) : IOrchestrationContext
{
    private readonly Dictionary<int, OpenTask> _open = [];
    private DeterministicGuids? _guids;
    private int _lastTaskId;

    public string InstanceId { get; } = instanceId;

    public DateTimeOffset CurrentUtc { get; private set; }

    public bool IsReplaying => journal.IsReplaying;

    public ExternalEvents Events { get; } = new();

    /// <summary>What the orchestrator has last said of itself (JSON); null until it has.</summary>
    public string? CustomStatus { get; private set; }

    /// <summary>The input of the execution that is to follow; null unless there is to be one.</summary>
    public string? NextInput { get; private set; }

    /// <summary>The first rule that the orchestrator broke; it cannot go on.</summary>
    public string? Fault { get; private set; }

    public bool IsWaiting => _open.Count > 0 || Events.AnyWait;

    public void Begin(ExecutionStarted started)
    {
        _guids = new DeterministicGuids(InstanceId, started.Execution, started.At);
        Events.Keep(started.Unread ?? []);
    }

    public void MoveClock(DateTimeOffset to) => CurrentUtc = to;

    /// <summary>Takes a task off the list of those that are open; null when it is not there (done, cancelled, never was).</summary>
    public OpenTask? Close(int taskId) => _open.Remove(taskId, out var task) ? task : null;

    public bool IsOpen(int taskId) => _open.ContainsKey(taskId);

    public void Break(string rule) => Fault ??= rule;

    public Guid NewGuid()
    {
        EnsureOwnScheduler();
        return _guids!.Next();
    }

    public ILogger CreateReplaySafeLogger(string category) => new ReplaySafeLogger(loggers.CreateLogger(category), this);

    public async Task<TResult> CallActivityAsync<TInput, TResult>(
        ActivityName<TInput, TResult> activity, TInput input, RetryPolicy? retry = null)
    {
        EnsureOwnScheduler();
        var json = OrchestrationJson.Serialize(input);
        var outcome = await Retry.RunAsync(this, retry, () => Schedule(id => new ActivityScheduled(activity.Value, json) { TaskId = id }));
        return outcome.Failure is null
            ? OrchestrationJson.Deserialize<TResult>(outcome.Result)
            : throw new ActivityFailedException(activity.Value, outcome.Failure);
    }

    public async Task<TEvent> WaitForExternalEventAsync<TEvent>(string eventName, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(eventName);
        EnsureOwnScheduler();
        return OrchestrationJson.Deserialize<TEvent>(
            await Events.NextAsync(eventName, IsOwnCancellation, cancellationToken));
    }

    public Task CreateTimerAsync(DateTimeOffset fireAt, CancellationToken cancellationToken = default)
    {
        EnsureOwnScheduler();
        if (cancellationToken.IsCancellationRequested)
            return Task.FromCanceled(cancellationToken);
        return fireAt <= CurrentUtc ? Task.CompletedTask : StartTimer(fireAt.ToUniversalTime(), cancellationToken);
    }

    public async Task<TResult> CallSubOrchestrationAsync<TInput, TResult>(
        OrchestrationName<TInput, TResult> orchestration, TInput input, string? instanceId = null, RetryPolicy? retry = null)
    {
        EnsureOwnScheduler();
        var json = OrchestrationJson.Serialize(input);
        var childId = instanceId ?? "";
        var outcome = await Retry.RunAsync(this, retry, () =>
        {
            childId = instanceId ?? $"{InstanceId}:{NewGuid():N}";
            return Schedule(id => new SubOrchestrationScheduled(orchestration.Value, childId, json) { TaskId = id });
        });
        return outcome.Failure is null
            ? OrchestrationJson.Deserialize<TResult>(outcome.Result)
            : throw new SubOrchestrationFailedException(orchestration.Value, childId, outcome.Failure);
    }

    public void SetCustomStatus<TStatus>(TStatus status)
    {
        EnsureOwnScheduler();
        CustomStatus = OrchestrationJson.Serialize(status);
    }

    public void ContinueAsNew<TInput>(TInput input)
    {
        EnsureOwnScheduler();
        NextInput = OrchestrationJson.Serialize(input);
    }

    private async Task StartTimer(DateTimeOffset fireAt, CancellationToken token)
    {
        var id = 0;
        var timer = Open(taskId => new TimerCreated(fireAt) { TaskId = id = taskId });
        using var cancellation = token.Register(() =>
        {
            if (!IsOwnCancellation() || journal.Ending is not null || Close(id) is null)
                return;
            Act(new TimerCancelled { TaskId = id, At = CurrentUtc });
            timer.Cancel(token);
        });
        await timer.Outcome;
    }

    private Task<TaskOutcome> Schedule(Func<int, TaskActionEvent> action) => Open(action).Outcome;

    private OpenTask Open(Func<int, TaskActionEvent> action)
    {
        var task = new OpenTask();
        var scheduled = action(++_lastTaskId);
        Act(scheduled with { At = CurrentUtc });
        _open.Add(scheduled.TaskId, task);
        return task;
    }

    private void Act(ActionEvent action)
    {
        try
        {
            journal.Record(action);
        }
        catch (OrchestratorFaultException fault)
        {
            Break(fault.Message);
            throw;
        }
    }

    private bool IsOwnCancellation()
    {
        if (!scheduler.IsCurrent)
            Break("a token of the orchestrator was cancelled from outside it (CancelAsync does that; Cancel does not)");
        return scheduler.IsCurrent;
    }

    private void EnsureOwnScheduler()
    {
        if (Fault is not null)
            throw new OrchestratorFaultException(Fault);
        if (!scheduler.IsCurrent)
        {
            Break("the orchestrator called its context from outside its scheduler (after ConfigureAwait(false), or from a task of its own)");
            throw new OrchestratorFaultException(Fault!);
        }

        if (journal.Ending is not null)
            throw new InvalidOperationException("The orchestration has ended.");
    }
}
