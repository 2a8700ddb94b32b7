using System.Text.Json;

namespace Nots.LocalHost.Ops;

/// <summary>Where an orchestration says that it stands, in its custom status.</summary>
/// <param name="NextDeadline">UTC; null when only an event can wake it.</param>
internal sealed record Position(string? Stage, string? WaitingFor, DateTimeOffset? NextDeadline, string? LastError)
{
    /// <summary>Null when it says nothing, or has ended and only said so before.</summary>
    public static Position? Of(JsonElement instance)
    {
        if (!IsLive(instance) || instance.GetProperty("customStatus") is not { ValueKind: JsonValueKind.Object } said)
            return null;
        return new Position(
            Text(said, "stage")?.Replace('_', ' '), Text(said, "waitingFor"), said.TryGetProperty("nextDeadline", out var deadline) ? OpsClock.Read(deadline) : null, Text(said, "lastError"));
    }

    public static bool IsLive(JsonElement instance) => instance.GetProperty("status").GetString() is "pending" or "running" or "suspended";

    private static string? Text(JsonElement said, string name) =>
        said.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
