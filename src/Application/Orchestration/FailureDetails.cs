namespace Nots.Application.Orchestration;

/// <summary>What is kept of an exception in a history.</summary>
/// <param name="ErrorType">The exception's type name.</param>
/// <param name="Message">Its message; no personal data belongs in one.</param>
/// <param name="StackTrace">For engineers; null where none was kept.</param>
public sealed record FailureDetails(string ErrorType, string Message, string? StackTrace = null)
{
    public static FailureDetails From(Exception exception) =>
        new(exception.GetType().FullName ?? exception.GetType().Name, exception.Message, exception.StackTrace);
}
