using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Nots.Api.Json;
using Nots.Domain.Common;

namespace Nots.Api.Results;

/// <summary>The one shape of an error: code, message, details (the fields at fault, and facts by name), request id.</summary>
internal sealed class ErrorResult(Refusal refusal, int? status = null, int? retryAfterSeconds = null) : IResult
{
    private const int RetryAfterSeconds = 5;

    public int Status { get; } = status ?? ErrorCodes.StatusOf(refusal.Code);

    /// <summary>Worth another try.</summary>
    public static ErrorResult Unavailable(string message, IReadOnlyDictionary<string, string>? facts = null) => new(
        new Refusal(ApiErrorCode.ExternalServiceError, message, Facts: facts), StatusCodes.Status503ServiceUnavailable, RetryAfterSeconds);

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
        writer.WriteString("code", refusal.Code.Name);
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
