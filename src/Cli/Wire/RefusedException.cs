using System.Net;
using System.Text.Json;

namespace Nots.Cli.Wire;

/// <summary>The other side said no, with an error in its own shape.</summary>
/// <param name="request">Such as <c>POST /v1/quotes</c>.</param>
/// <param name="status">The answer's.</param>
/// <param name="code">Such as <c>CONFLICT</c>; empty when the answer had no error in it.</param>
/// <param name="message">For people.</param>
/// <param name="details">The error's details as they came; null when there were none.</param>
public sealed class RefusedException(string request, HttpStatusCode status, string code, string message, JsonElement? details)
    : Exception($"{request} was answered {(int)status} {code}: {message}")
{
    public HttpStatusCode Status => status;

    /// <summary>The other side's own words.</summary>
    public string Reason => message;

    /// <summary>One of the details; null when it is not there or is no text.</summary>
    public string? Detail(string name) =>
        details is { ValueKind: JsonValueKind.Object } all && all.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    /// <summary>Whether the details name a field or a constraint, however they are nested.</summary>
    public bool Names(string word) => details is { } all && all.GetRawText().Contains($"\"{word}\"", StringComparison.Ordinal);
}
