using DurableTask.Core;
using Google.Protobuf;
using Microsoft.DurableTask.Protobuf;
using Nots.Functions.StandInHost.Worker;

namespace Nots.Functions.StandInHost.Durable;

/// <summary>How an activity function's failure is kept in the history.</summary>
internal static class Failures
{
    /// <summary>The durable worker extension puts the details of an activity's exception into a message, as JSON.</summary>
    private const string WithDetails = "DurableSerializationException";

    public static FailureDetails From(Exception fault)
    {
        if (fault is not FunctionFailedException failed)
            return new FailureDetails(fault.GetType().FullName!, fault.Message, null, null, isNonRetriable: true);
        var start = failed.Message.IndexOf('{', StringComparison.Ordinal);
        if (failed.Type.EndsWith(WithDetails, StringComparison.Ordinal) && start >= 0)
        {
            try
            {
                return From(JsonParser.Default.Parse<TaskFailureDetails>(failed.Message[start..]));
            }
            catch (Exception unreadable) when (unreadable is InvalidJsonException or InvalidProtocolBufferException)
            {
                // Then it is told as it came.
            }
        }
        return new FailureDetails(failed.Type, failed.Message, failed.WorkerStackTrace, null, isNonRetriable: false);
    }

    private static FailureDetails From(TaskFailureDetails details) => new(
        details.ErrorType, details.ErrorMessage, details.StackTrace, details.InnerFailure is { } inner ? From(inner) : null, details.IsNonRetriable);
}
