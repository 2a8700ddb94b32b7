namespace Nots.Application.Orchestration;

/// <summary>How often and how patiently an activity or a sub-orchestration is tried again, in Durable Task's terms.</summary>
/// <param name="MaxAttempts">All tries together, the first included; at least 1.</param>
/// <param name="FirstInterval">The wait before the second try.</param>
/// <param name="BackoffCoefficient">Each further wait is this many times the one before; at least 1.</param>
/// <param name="MaxInterval">No wait is longer; null for no limit.</param>
/// <param name="Timeout">No further try starts this long after the first; null for no limit.</param>
public sealed record RetryPolicy(
    int MaxAttempts,
    TimeSpan FirstInterval,
    double BackoffCoefficient = 1.0,
    TimeSpan? MaxInterval = null,
    TimeSpan? Timeout = null)
{
    /// <summary>What no wait exceeds where there is no limit of its own.</summary>
    public static readonly TimeSpan LongestInterval = TimeSpan.FromDays(30);

    /// <summary>The wait after a number of failed tries.</summary>
    /// <param name="failedAttempts">At least 1.</param>
    public TimeSpan DelayAfter(int failedAttempts)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(failedAttempts, 1);
        var ceiling = MaxInterval ?? LongestInterval;
        var ticks = FirstInterval.Ticks * Math.Pow(BackoffCoefficient, failedAttempts - 1);
        return ticks >= ceiling.Ticks ? ceiling : TimeSpan.FromTicks((long)ticks);
    }
}
