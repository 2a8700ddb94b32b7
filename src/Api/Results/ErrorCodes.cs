using Microsoft.AspNetCore.Http;
using Nots.Domain.Common;

namespace Nots.Api.Results;

/// <summary>The error codes that HTTP adds to those of the business.</summary>
internal static class ApiErrorCode
{
    public static readonly ErrorCode Unauthorized = new("UNAUTHORIZED");
    public static readonly ErrorCode PaymentFailed = new("PAYMENT_FAILED");
    public static readonly ErrorCode PayloadTooLarge = new("PAYLOAD_TOO_LARGE");
    public static readonly ErrorCode UnsupportedMediaType = new("UNSUPPORTED_MEDIA_TYPE");
    public static readonly ErrorCode RateLimitExceeded = new("RATE_LIMIT_EXCEEDED");
    public static readonly ErrorCode InternalError = new("INTERNAL_ERROR");
    public static readonly ErrorCode ExternalServiceError = new("EXTERNAL_SERVICE_ERROR");
}

/// <summary>Every error code of the contract, in the order of the document, and the status that it goes with.</summary>
internal static class ErrorCodes
{
    private static readonly (ErrorCode Code, int Status)[] Known =
    [
        (ErrorCode.InvalidRequest, StatusCodes.Status400BadRequest),
        (ApiErrorCode.Unauthorized, StatusCodes.Status401Unauthorized),
        (ApiErrorCode.PaymentFailed, StatusCodes.Status402PaymentRequired),
        (ErrorCode.Forbidden, StatusCodes.Status403Forbidden),
        (ErrorCode.NotFound, StatusCodes.Status404NotFound),
        (ErrorCode.Conflict, StatusCodes.Status409Conflict),
        (ApiErrorCode.PayloadTooLarge, StatusCodes.Status413PayloadTooLarge),
        (ApiErrorCode.UnsupportedMediaType, StatusCodes.Status415UnsupportedMediaType),
        (ApiErrorCode.RateLimitExceeded, StatusCodes.Status429TooManyRequests),
        (ApiErrorCode.InternalError, StatusCodes.Status500InternalServerError),
        (ApiErrorCode.ExternalServiceError, StatusCodes.Status502BadGateway),
    ];

    private static readonly Dictionary<ErrorCode, int> Statuses = Known.ToDictionary(known => known.Code, known => known.Status);

    public static IEnumerable<string> All => Known.Select(known => known.Code.Name);

    public static int StatusOf(ErrorCode code) => Statuses[code];
}
