using System.Text.Json;

namespace Nots.Api.Operations;

/// <summary>Passes a durable backend's JSON texts on as JSON.</summary>
internal static class StoredJson
{
    /// <summary>Null when there is none; backends keep that as an empty text, too.</summary>
    /// <exception cref="JsonException">It is not JSON: the backend broke its promise.</exception>
    public static JsonElement? Read(string? json) => string.IsNullOrEmpty(json) || json == "null" ? null : JsonElement.Parse(json);
}
