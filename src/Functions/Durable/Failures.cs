using Microsoft.DurableTask;
using Nots.Application.Orchestration;

namespace Nots.Functions.Durable;

/// <summary>Durable Task's descriptions of what went wrong, as ours.</summary>
internal static class Failures
{
    public static FailureDetails Of(TaskFailureDetails failure) => new(failure.ErrorType, failure.ErrorMessage, failure.StackTrace);

    /// <summary>Of a child that was terminated, Durable Task keeps no details at all.</summary>
    public static FailureDetails Of(TaskFailedException failed) =>
        failed.FailureDetails is { } details ? Of(details) : new FailureDetails(failed.GetType().FullName!, failed.Message);
}
