using Microsoft.AspNetCore.Http;
using Nots.Application.Common;
using Nots.Application.Storage;
using Nots.Domain.Common;

namespace Nots.Api.Errors;

/// <summary>What a client is told when something broke: whether to try again, and nothing of what is inside.</summary>
internal static class FaultAnswers
{
    private const int RetryAfterSeconds = 5;

    public static ErrorAnswer For(Exception exception) => exception switch
    {
        ExternalServiceException { Transient: true } or StorageUnavailableException =>
            Unavailable("A service that this needs is not available now; try again in a few seconds."),
        ExternalServiceException => new ErrorAnswer(
            new Refusal(ErrorCode.ExternalServiceError, "A service that this needs refused or failed.")),
        // The server's own limits, which a host may set tighter than ours, and requests cut off in the middle.
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => new ErrorAnswer(
            new Refusal(ErrorCode.PayloadTooLarge, "The body is too large.")),
        BadHttpRequestException => new ErrorAnswer(new Refusal(ErrorCode.InvalidRequest, "The request could not be read to its end.")),
        _ => new ErrorAnswer(new Refusal(ErrorCode.InternalError, "Something went wrong on our side. Quote the request id when you report it.")),
    };

    /// <summary>Worth another try.</summary>
    public static ErrorAnswer Unavailable(string message, IReadOnlyDictionary<string, string>? facts = null) => new(
        new Refusal(ErrorCode.ExternalServiceError, message, Facts: facts), StatusCodes.Status503ServiceUnavailable, RetryAfterSeconds);

    /// <summary>Whether it is for somebody here to look at.</summary>
    public static bool IsOurs(Exception exception) => exception is not BadHttpRequestException;
}
