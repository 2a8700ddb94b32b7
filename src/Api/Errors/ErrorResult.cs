using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Nots.Api.Json;
using Nots.Domain.Common;

namespace Nots.Api.Errors;

/// <summary>The one shape of an error: code, message, details (the fields at fault, and facts by name), request id.</summary>
internal sealed class ErrorResult(Refusal refusal, int? status = null, int? retryAfterSeconds = null) : IResult
{
    public int Status { get; } = status ?? ErrorCodes.StatusOf(refusal.Code);

    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = Status;
        if (retryAfterSeconds is { } seconds)
            httpContext.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return JsonOutput.WriteAsync(httpContext.Response, (refusal, httpContext.TraceIdentifier), static (writer, error) => Write(writer, error.refusal, error.TraceIdentifier));
    }

    private static void Write(Utf8JsonWriter writer, Refusal refusal, string requestId)
    {
        writer.WriteStartObject();
        writer.WriteStartObject("error");
        writer.WriteString("code", ErrorCodes.NameOf(refusal.Code));
        writer.WriteString("message", refusal.Message);
        writer.WriteStartObject("details");
        if (refusal.Faults is { Count: > 0 } faults)
            WriteFaults(writer, faults);
        foreach (var (name, value) in refusal.Facts ?? new Dictionary<string, string>())
            writer.WriteString(name, value);
        writer.WriteEndObject();
        writer.WriteString("requestId", requestId);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteFaults(Utf8JsonWriter writer, IReadOnlyList<FieldFault> faults)
    {
        writer.WriteStartArray("fields");
        foreach (var fault in faults)
        {
            writer.WriteStartObject();
            writer.WriteString("field", fault.Field.Length == 0 ? "body" : fault.Field);
            writer.WriteString("constraint", fault.Constraint);
            writer.WriteString("message", fault.Message);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }
}

/// <summary>The error codes as they are sent, and the status that each goes with.</summary>
internal static class ErrorCodes
{
    private static readonly Dictionary<ErrorCode, string> Names =
        Enum.GetValues<ErrorCode>().ToDictionary(code => code, code => Wire.Name(code).ToUpperInvariant());

    public static string NameOf(ErrorCode code) => Names[code];

    public static IReadOnlyCollection<string> All => Names.Values;

    public static int StatusOf(ErrorCode code) => code switch
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
