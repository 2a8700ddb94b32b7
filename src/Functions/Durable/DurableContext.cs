using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;
using Nots.Application.Orchestration;
using RetryPolicy = Nots.Application.Orchestration.RetryPolicy;

namespace Nots.Functions.Durable;

/// <summary>
/// The orchestrator's port over Durable Task's context. It adds no task of its own to what that one schedules, so it is as
/// deterministic as its orchestrator. Timers of any length are Durable Task's own affair: it splits those that its store cannot hold.
/// </summary>
internal sealed class DurableContext(TaskOrchestrationContext context) : IOrchestrationContext
{
    private readonly EventWaits _waits = new(context);

    public string InstanceId => context.InstanceId;

    public DateTimeOffset CurrentUtc => new(DateTime.SpecifyKind(context.CurrentUtcDateTime, DateTimeKind.Utc));

    public bool IsReplaying => context.IsReplaying;

    public Guid NewGuid() => context.NewGuid();

    public ILogger CreateReplaySafeLogger(string category) => context.CreateReplaySafeLogger(category);

    public async Task<TResult> CallActivityAsync<TInput, TResult>(ActivityName<TInput, TResult> activity, TInput input, RetryPolicy? retry = null)
    {
        try
        {
            return await context.CallActivityAsync<TResult>(activity.Value, input, retry is null ? null : new TaskOptions(RetryOptions.Of(retry)));
        }
        catch (TaskFailedException failed)
        {
            throw new ActivityFailedException(activity.Value, Failures.Of(failed));
        }
    }

    public Task<TEvent> WaitForExternalEventAsync<TEvent>(string eventName, CancellationToken cancellationToken = default) =>
        _waits.WaitAsync<TEvent>(eventName, cancellationToken);

    public Task CreateTimerAsync(DateTimeOffset fireAt, CancellationToken cancellationToken = default) =>
        context.CreateTimer(fireAt.UtcDateTime, cancellationToken);

    public async Task<TResult> CallSubOrchestrationAsync<TInput, TResult>(
        OrchestrationName<TInput, TResult> orchestration, TInput input, string? instanceId = null, RetryPolicy? retry = null)
    {
        // The same on every replay, and known here: a failure names the child.
        var child = instanceId ?? context.NewGuid().ToString("N");
        var options = new SubOrchestrationOptions(retry is null ? null : RetryOptions.Of(retry), child);
        try
        {
            return await context.CallSubOrchestratorAsync<TResult>(orchestration.Value, input, options);
        }
        catch (TaskFailedException failed)
        {
            throw new SubOrchestrationFailedException(orchestration.Value, child, Failures.Of(failed));
        }
    }

    public void SetCustomStatus<TStatus>(TStatus status) => context.SetCustomStatus(status);

    public void ContinueAsNew<TInput>(TInput input)
    {
        _waits.GiveBack();
        context.ContinueAsNew(input, preserveUnprocessedEvents: true);
    }
}
