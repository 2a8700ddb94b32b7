using System.Text.Json;
using DurableTask.Core;
using DurableTask.Core.History;
using DurableTask.Core.Tracing;

namespace Nots.Durable.Sqlite.Events;

/// <summary>A stored event, message or activity makes no sense to this version: it was damaged, or a later version wrote it.</summary>
internal sealed class HistoryUnreadableException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>
/// History events as compact JSON. <see cref="HistoryEvent.IsPlayed"/> is not stored: it is of the replay, not of the event.
/// </summary>
internal static class EventJson
{
    public static byte[] Write(HistoryEvent happened) => Write([happened]);

    public static byte[] Write(IReadOnlyList<HistoryEvent> events)
    {
        var stored = new StoredEvent[events.Count];
        for (var index = 0; index < stored.Length; index++)
            stored[index] = EventMap.From(events[index]);
        return JsonSerializer.SerializeToUtf8Bytes(stored, StoredJson.Compact.IReadOnlyListStoredEvent);
    }

    /// <exception cref="HistoryUnreadableException">It is not what <see cref="Write(HistoryEvent)"/> writes.</exception>
    public static HistoryEvent ReadOne(ReadOnlySpan<byte> json)
    {
        var events = new List<HistoryEvent>(1);
        Read(json, events);
        return events is [var only] ? only : throw new HistoryUnreadableException($"One event was expected and {events.Count} were found.");
    }

    /// <exception cref="HistoryUnreadableException">It is not what <see cref="Write(IReadOnlyList{HistoryEvent})"/> writes.</exception>
    public static void Read(ReadOnlySpan<byte> json, List<HistoryEvent> events)
    {
        try
        {
            foreach (var stored in JsonSerializer.Deserialize(json, StoredJson.Compact.IReadOnlyListStoredEvent) ?? [])
                events.Add(EventMap.To(stored));
        }
        catch (JsonException fault)
        {
            // The parser's own message may quote the payload.
            throw new HistoryUnreadableException($"A stored event is not readable JSON (position {fault.BytePositionInLine}).");
        }
    }

    public static string? WriteTags(IDictionary<string, string>? tags) =>
        tags is { Count: > 0 } ? JsonSerializer.Serialize(tags, StoredJson.Compact.IDictionaryStringString) : null;

    public static IDictionary<string, string>? ReadTags(string? json) =>
        json is null ? null : JsonSerializer.Deserialize(json, StoredJson.Compact.IDictionaryStringString);

    public static string? WriteParent(ParentInstance? parent) =>
        parent is null ? null : JsonSerializer.Serialize(FromParent(parent), StoredJson.Compact.StoredParent);

    public static ParentInstance? ReadParent(string? json) =>
        json is null ? null : ToParent(JsonSerializer.Deserialize(json, StoredJson.Compact.StoredParent));

    public static string? WriteFailure(FailureDetails? failure) =>
        failure is null ? null : JsonSerializer.Serialize(FailureJson.From(failure), StoredJson.Compact.StoredFailure);

    public static FailureDetails? ReadFailure(string? json) =>
        json is null ? null : FailureJson.To(JsonSerializer.Deserialize(json, StoredJson.Compact.StoredFailure));

    internal static StoredParent? FromParent(ParentInstance? parent) => parent is null
        ? null
        : new StoredParent(
            parent.Name, parent.Version, parent.OrchestrationInstance?.InstanceId, parent.OrchestrationInstance?.ExecutionId, parent.TaskScheduleId);

    internal static ParentInstance? ToParent(StoredParent? parent) => parent is null
        ? null
        : new ParentInstance
        {
            Name = parent.Name,
            Version = parent.Version,
            OrchestrationInstance = new OrchestrationInstance { InstanceId = parent.InstanceId, ExecutionId = parent.ExecutionId },
            TaskScheduleId = parent.Task,
        };

    internal static StoredTrace? FromTrace(DistributedTraceContext? trace) =>
        trace is null ? null : new StoredTrace(trace.TraceParent, trace.TraceState, trace.Id, trace.SpanId, trace.ActivityStartTime);

    internal static DistributedTraceContext? ToTrace(StoredTrace? trace) => trace is null
        ? null
        : new DistributedTraceContext(trace.Parent!, trace.State) { Id = trace.Id, SpanId = trace.SpanId, ActivityStartTime = trace.StartedAt };
}
