using Nots.StripeSimulator.Model;

namespace Nots.StripeSimulator.Http;

/// <summary>
/// Ends a request with Stripe's error. Thrown before anything is changed: what an error leaves behind (a declined payment)
/// is an <see cref="Answer"/> instead.
/// </summary>
/// <param name="kept">
/// Whether an idempotency key keeps this answer. Stripe keeps what an endpoint answered once it began its work, not what is
/// wrong with the parameters.
/// </param>
internal sealed class ApiException(int status, ApiError error, bool kept) : Exception(error.Message)
{
    private const string InvalidRequest = "invalid_request_error";

    public int Status { get; } = status;

    public ApiError Error { get; } = error;

    public bool Kept { get; } = kept;

    public static ApiException Invalid(string message, string? param = null, string? code = null) =>
        new(400, new ApiError { Type = InvalidRequest, Message = message, Param = param, Code = code, DocUrl = Doc(code) }, kept: false);

    public static ApiException Missing(string param) =>
        Invalid($"Missing required param: {param}.", param, "parameter_missing");

    /// <summary>An object named by the path.</summary>
    public static ApiException NotFound(string label, string id, string param) => NoSuch(404, label, id, param);

    /// <summary>An object named by a parameter.</summary>
    public static ApiException NoSuchReference(string label, string id, string param) => NoSuch(400, label, id, param);

    /// <summary>The request is well formed, and the object's state does not allow it.</summary>
    public static ApiException Refused(string message, string? code = null, string? param = null, PaymentIntent? intent = null) =>
        new(
            400,
            new ApiError { Type = InvalidRequest, Message = message, Code = code, DocUrl = Doc(code), Param = param, PaymentIntent = intent },
            kept: true);

    public static ApiException Unauthorized(string message) =>
        new(401, new ApiError { Type = InvalidRequest, Message = message }, kept: false);

    public static ApiException IdempotencyMismatch(string message) =>
        new(400, new ApiError { Type = "idempotency_error", Message = message }, kept: false);

    public static ApiException KeyInUse(string key) => new(
        409,
        new ApiError
        {
            Type = "idempotency_error",
            Code = "idempotency_key_in_use",
            DocUrl = Doc("idempotency_key_in_use"),
            Message = $"There is currently another in-progress request using this Idempotent Key: {key}. It was probably a retry; try again later.",
        },
        kept: false);

    public static ApiException TooMany(string code) => new(
        429,
        new ApiError
        {
            Type = InvalidRequest,
            Code = code,
            DocUrl = Doc(code),
            Message = code == "lock_timeout"
                ? "This object cannot be accessed right now because another request is accessing it."
                : "Request rate limit exceeded.",
        },
        kept: false);

    public static ApiException Internal() =>
        new(500, new ApiError { Type = "api_error", Message = "An unknown error occurred." }, kept: false);

    public static string? Doc(string? code) =>
        code is null ? null : $"https://docs.stripe.com/error-codes/{code.Replace('_', '-')}";

    public Answer ToAnswer() => Answer.Of(Status, new ErrorAnswer(Error));

    private static ApiException NoSuch(int status, string label, string id, string param) => new(
        status,
        new ApiError
        {
            Type = InvalidRequest,
            Code = "resource_missing",
            DocUrl = Doc("resource_missing"),
            Message = $"No such {label}: '{id}'",
            Param = param,
        },
        kept: true);
}
