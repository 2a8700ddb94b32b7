namespace Nots.Application.Orchestration;

/// <summary>An activity failed, and its retries are used up. What is here survives replay; the original exception does not.</summary>
public sealed class ActivityFailedException(string activity, FailureDetails failure)
    : Exception($"Activity '{activity}' failed: {failure.Message}")
{
    public string Activity { get; } = activity;

    public FailureDetails Failure { get; } = failure;
}
