using Microsoft.AspNetCore.Http;
using Nots.Domain.Common;

namespace Nots.Api.Errors;

/// <summary>The error codes as they are sent, and the status that each goes with.</summary>
internal static class ErrorCodes
{
    private static readonly Dictionary<ErrorCode, string> Names =
        Enum.GetValues<ErrorCode>().ToDictionary(code => code, code => Wire.Name(code).ToUpperInvariant());

    public static string Name(ErrorCode code) => Names[code];

    public static IReadOnlyCollection<string> All => Names.Values;

    public static int Status(ErrorCode code) => code switch
    {
        ErrorCode.InvalidRequest => StatusCodes.Status400BadRequest,
        ErrorCode.Unauthorized => StatusCodes.Status401Unauthorized,
        ErrorCode.PaymentFailed => StatusCodes.Status402PaymentRequired,
        ErrorCode.Forbidden => StatusCodes.Status403Forbidden,
        ErrorCode.NotFound => StatusCodes.Status404NotFound,
        ErrorCode.Conflict => StatusCodes.Status409Conflict,
        ErrorCode.PayloadTooLarge => StatusCodes.Status413PayloadTooLarge,
        ErrorCode.UnsupportedMediaType => StatusCodes.Status415UnsupportedMediaType,
        ErrorCode.RateLimitExceeded => StatusCodes.Status429TooManyRequests,
        ErrorCode.ExternalServiceError => StatusCodes.Status502BadGateway,
        _ => StatusCodes.Status500InternalServerError,
    };
}
