using Microsoft.DurableTask;

namespace Nots.Application.Common;

/// <summary>
/// An activity that may take two minutes. Durable Task sets no limit: without one, a call that never answers would hold its
/// booking for ever, and nobody would see it fail.
/// </summary>
/// <param name="time">Measures the limit.</param>
public abstract class TimedActivity<TInput, TOutput>(TimeProvider time) : TaskActivity<TInput, TOutput>
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    protected TimeProvider Time => time;

    /// <exception cref="TimeoutException">It took longer. Its retries follow, so what it does must bear being done twice.</exception>
    public sealed override async Task<TOutput> RunAsync(TaskActivityContext context, TInput input)
    {
        using var late = new CancellationTokenSource(Limit, time);
        try
        {
            return await RunAsync(input, late.Token).WaitAsync(late.Token);
        }
        catch (OperationCanceledException fault) when (late.IsCancellationRequested)
        {
            throw new TimeoutException($"Activity {context.Name} did not end within {Limit}.", fault);
        }
    }

    /// <summary>Runs at least once, so its effect is idempotent. A failure is an exception; a refusal of the domain is a result.</summary>
    public abstract Task<TOutput> RunAsync(TInput input, CancellationToken cancellationToken);
}
