using Microsoft.DurableTask;
using OurPolicy = Nots.Application.Orchestration.RetryPolicy;

namespace Nots.Functions.Durable;

/// <summary>The port's retry policy in Durable Task's words.</summary>
internal static class RetryOptions
{
    /// <remarks>
    /// Durable Task refuses intervals that are no time at all, and limits below the first interval; those of ours mean something.
    /// It looks at the policy's time when a try fails, so that one more wait may still reach beyond it.
    /// </remarks>
    public static TaskRetryOptions Of(OurPolicy policy)
    {
        var first = Max(policy.DelayAfter(1), TimeSpan.FromMilliseconds(1));
        var onlyOnce = policy.Timeout < first;
        return new TaskRetryOptions(new RetryPolicy(
            onlyOnce ? 1 : policy.MaxAttempts,
            first,
            policy.BackoffCoefficient,
            // Left out, it would be an hour there.
            Max(policy.MaxInterval ?? OurPolicy.LongestInterval, first),
            onlyOnce ? null : policy.Timeout));
    }

    private static TimeSpan Max(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
