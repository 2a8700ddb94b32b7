using Microsoft.Extensions.Logging;

namespace Nots.Application.Orchestration;

/// <summary>
/// All that an orchestrator may touch. An orchestrator is replayed from its history, so it awaits nothing but tasks of this
/// context, reads no clock, no environment and no static state, and makes no I/O of its own.
/// </summary>
public interface IOrchestrationContext
{
    /// <summary>The id of the running instance; for a booking, the booking's id.</summary>
    string InstanceId { get; }

    /// <summary>The time of the event being processed, UTC: the same on every replay.</summary>
    DateTimeOffset CurrentUtc { get; }

    /// <summary>Whether what runs now has run before (its effects are in the history already).</summary>
    bool IsReplaying { get; }

    /// <summary>A GUID that is the same on every replay.</summary>
    Guid NewGuid();

    /// <summary>A logger that is silent during replay.</summary>
    ILogger CreateReplaySafeLogger(string category);

    /// <summary>Runs an activity at least once and returns its result.</summary>
    /// <exception cref="ActivityFailedException">The activity failed and its retries are used up.</exception>
    Task<TResult> CallActivityAsync<TInput, TResult>(ActivityName<TInput, TResult> activity, TInput input, RetryPolicy? retry = null);

    /// <summary>
    /// Completes with the next unread external event of this name, in the order in which they were raised. Events raised
    /// before anybody waits are kept until somebody does.
    /// </summary>
    /// <param name="eventName">Compared without regard to case.</param>
    /// <param name="cancellationToken">Stops waiting, and leaves the event to the next waiter.</param>
    Task<TEvent> WaitForExternalEventAsync<TEvent>(string eventName, CancellationToken cancellationToken = default);

    /// <summary>Completes at a time, or at once if it has passed. Cancel the token when the wait has lost its point.</summary>
    Task CreateTimerAsync(DateTimeOffset fireAt, CancellationToken cancellationToken = default);

    /// <summary>Runs another orchestration as a child and returns its result.</summary>
    /// <param name="orchestration">What to run.</param>
    /// <param name="input">Its input.</param>
    /// <param name="instanceId">The child's id; by default one derived from the parent's, the same on every replay.</param>
    /// <param name="retry">Runs a failed child again.</param>
    /// <exception cref="SubOrchestrationFailedException">The child failed or was terminated.</exception>
    Task<TResult> CallSubOrchestrationAsync<TInput, TResult>(
        OrchestrationName<TInput, TResult> orchestration, TInput input, string? instanceId = null, RetryPolicy? retry = null);

    /// <summary>Shows operations where this instance stands. Kept as JSON; small.</summary>
    void SetCustomStatus<TStatus>(TStatus status);

    /// <summary>
    /// Starts afresh with an empty history once the orchestrator returns; its result is then ignored. Unread external events
    /// go along.
    /// </summary>
    void ContinueAsNew<TInput>(TInput input);
}
