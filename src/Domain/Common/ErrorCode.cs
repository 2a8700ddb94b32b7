namespace Nots.Domain.Common;

/// <summary>Why a request was refused: the wire's error codes.</summary>
public enum ErrorCode
{
    InvalidRequest,
    Unauthorized,
    PaymentFailed,
    Forbidden,
    NotFound,
    Conflict,
    PayloadTooLarge,
    UnsupportedMediaType,
    RateLimitExceeded,
    InternalError,
    ExternalServiceError,
}
