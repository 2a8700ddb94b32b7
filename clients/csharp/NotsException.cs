using System.Net;
using System.Text.Json;

namespace Nots.Client;

/// <summary>The platform refused a request, or answered something that could not be read.</summary>
public sealed class NotsException : Exception
{
    private NotsException(string request, HttpStatusCode status, string code, string reason, JsonElement? details, Exception? cause = null)
        : base($"{request} was answered {(int)status} {code}: {reason}", cause)
    {
        (Status, Code, Reason, Details) = (status, code, reason, details);
    }

    /// <summary>The status of the answer.</summary>
    public HttpStatusCode Status { get; }

    /// <summary>Such as <c>CONFLICT</c>; empty when the answer is not the platform's.</summary>
    public string Code { get; }

    /// <summary>The platform's own words.</summary>
    public string Reason { get; }

    /// <summary>The error's details as they came; null when there were none.</summary>
    public JsonElement? Details { get; }

    /// <summary>One of the details; null when it is not there or not a string.</summary>
    public string? Detail(string name) =>
        Details is { ValueKind: JsonValueKind.Object } all && all.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    /// <summary>Whether a field of the request broke a constraint.</summary>
    public bool IsAbout(string field, string constraint) =>
        Fields(Details).Any(fault => Text(fault, "field") == field && Text(fault, "constraint") == constraint);

    internal static NotsException Unreadable(string request, HttpStatusCode status, JsonException fault) =>
        new(request, status, "UNREADABLE", $"The answer is not what was expected: {fault.Message}", null, fault);

    internal static NotsException Refused(string request, HttpStatusCode status, byte[] answer)
    {
        try
        {
            using var document = JsonDocument.Parse(answer);
            var error = document.RootElement.GetProperty("error");
            JsonElement? details = error.TryGetProperty("details", out var found) ? found.Clone() : null;
            return new NotsException(request, status, Text(error, "code"), string.Join(' ', [Text(error, "message"), .. FieldMessages(details)]), details);
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return new NotsException(request, status, "", "The answer has no error in the platform's shape.", null, fault);
        }
    }

    /// <summary>One fault alone is the error's message; of several that only says how many they are.</summary>
    private static string[] FieldMessages(JsonElement? details) =>
        Fields(details) is { Length: > 1 } faults ? [.. faults.Select(fault => Text(fault, "message"))] : [];

    private static JsonElement[] Fields(JsonElement? details) =>
        details is { ValueKind: JsonValueKind.Object } all && all.TryGetProperty("fields", out var fields) && fields.ValueKind == JsonValueKind.Array
            ? [.. fields.EnumerateArray()]
            : [];

    private static string Text(JsonElement owner, string name) =>
        owner.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
}
