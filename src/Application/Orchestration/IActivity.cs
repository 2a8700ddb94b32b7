namespace Nots.Application.Orchestration;

/// <summary>
/// A step of a workflow that touches the world. It runs at least once, so its effect is idempotent. A failure is an exception;
/// a refusal of the domain is a result.
/// </summary>
public interface IActivity<TInput, TResult>
{
    Task<TResult> RunAsync(TInput input, CancellationToken cancellationToken);
}
