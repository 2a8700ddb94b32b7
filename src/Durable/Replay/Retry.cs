using Nots.Application.Orchestration;

namespace Nots.Durable.Replay;

/// <summary>
/// Tries again by policy. Each try and each wait is in the history, so the count and the next due time survive everything that
/// the history does.
/// </summary>
internal static class Retry
{
    public static async Task<TaskOutcome> RunAsync(ReplayContext context, RetryPolicy? policy, Func<Task<TaskOutcome>> tryOnce)
    {
        Validate(policy);
        var firstTry = context.CurrentUtc;
        for (var attempt = 1; ; attempt++)
        {
            var outcome = await tryOnce();
            if (outcome.Failure is null || !MayTryAgain(policy, attempt, outcome.Failure))
                return outcome;
            var next = context.CurrentUtc + policy!.DelayAfter(attempt);
            if (next - firstTry >= policy.Timeout)
                return outcome;
            await context.CreateTimerAsync(next);
        }
    }

    private static bool MayTryAgain(RetryPolicy? policy, int attempt, FailureDetails failure) =>
        policy is not null && attempt < policy.MaxAttempts && failure.ErrorType != Poisoned.ErrorType;

    private static void Validate(RetryPolicy? policy)
    {
        if (policy is null)
            return;
        if (policy.MaxAttempts < 1 || policy.BackoffCoefficient < 1 || policy.FirstInterval < TimeSpan.Zero)
            throw new ArgumentException("A retry policy has at least one try, a coefficient of at least 1, and no negative interval.", nameof(policy));
    }
}
