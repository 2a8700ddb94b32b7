using Nots.Application.Orchestration;

namespace Nots.Durable.Replay;

/// <summary>Something that was scheduled and whose outcome has not come back.</summary>
internal sealed class OpenTask
{
    // Continuations run inline: the scheduler is the only caller, and asynchronous ones would go to the thread pool.
    private readonly TaskCompletionSource<TaskOutcome> _completion = new();

    public Task<TaskOutcome> Outcome => _completion.Task;

    public void Complete(string? result) => _completion.TrySetResult(new TaskOutcome(result, Failure: null));

    public void Fail(FailureDetails failure) => _completion.TrySetResult(new TaskOutcome(Result: null, failure));

    public void Cancel(CancellationToken token) => _completion.TrySetCanceled(token);
}
