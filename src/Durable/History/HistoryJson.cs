using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using Nots.Application.Orchestration;

namespace Nots.Durable.History;

/// <summary>How events are stored: one JSON object each.</summary>
internal static class HistoryJson
{
    /// <summary>Written into every first event. A history of a higher version is not read.</summary>
    public const int FormatVersion = 1;

    private static readonly Dictionary<Type, string> TypeNames = typeof(HistoryEvent)
        .GetCustomAttributes<JsonDerivedTypeAttribute>()
        .ToDictionary(attribute => attribute.DerivedType, attribute => (string)attribute.TypeDiscriminator!);

    public static string Write(HistoryEvent historyEvent) =>
        JsonSerializer.Serialize(historyEvent, HistoryJsonContext.Default.HistoryEvent);

    /// <exception cref="HistoryUnreadableException">Not an event of this version.</exception>
    public static HistoryEvent Read(string json)
    {
        try
        {
            var historyEvent = JsonSerializer.Deserialize(json, HistoryJsonContext.Default.HistoryEvent)
                ?? throw new HistoryUnreadableException("a history event is null");
            if (historyEvent is ExecutionStarted { Format: > FormatVersion } started)
                throw new HistoryUnreadableException($"the history has format {started.Format}, this version reads up to {FormatVersion}");
            return historyEvent;
        }
        catch (Exception fault) when (fault is JsonException or NotSupportedException)
        {
            // The text of the fault may quote the payload.
            throw new HistoryUnreadableException("a history event is not one that this version knows");
        }
    }

    public static string WriteFailure(FailureDetails failure) =>
        JsonSerializer.Serialize(failure, HistoryJsonContext.Default.FailureDetails);

    public static FailureDetails? ReadFailure(string? json) =>
        json is null ? null : JsonSerializer.Deserialize(json, HistoryJsonContext.Default.FailureDetails);

    /// <summary>The stable name of an event's type.</summary>
    public static string TypeName(HistoryEvent historyEvent) => TypeNames[historyEvent.GetType()];
}
