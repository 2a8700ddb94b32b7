using System.Text.Json;

namespace Nots.Api.Operations;

/// <summary>Passes an engine's JSON texts on as JSON.</summary>
internal static class EngineJson
{
    /// <summary>Null when there is none.</summary>
    /// <exception cref="JsonException">It is not JSON: the engine broke its promise.</exception>
    public static JsonElement? Read(string? json) => json is null ? null : JsonElement.Parse(json);
}
