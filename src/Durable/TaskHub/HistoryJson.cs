using DurableTask.Core.History;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Nots.Durable.TaskHub;

/// <summary>
/// Reads the history that <c>IOrchestrationServiceClient.GetOrchestrationHistoryAsync</c> answers: a JSON array of events, whose
/// types backends do not name; <see cref="HistoryEvent.EventType"/> tells them apart.
/// </summary>
public static class HistoryJson
{
    private static readonly Dictionary<EventType, Type> Types = HistoryEvent.KnownTypes()
        .Where(type => type.Name.EndsWith("Event", StringComparison.Ordinal))
        .Select(type => (Type: type, Known: Enum.TryParse<EventType>(type.Name[..^"Event".Length], out var kind), Kind: kind))
        .Where(type => type.Known)
        .ToDictionary(type => type.Kind, type => type.Type);

    private static readonly JsonSerializer Serializer = JsonSerializer.Create(
        new JsonSerializerSettings { ConstructorHandling = ConstructorHandling.AllowNonPublicDefaultConstructor, DateTimeZoneHandling = DateTimeZoneHandling.Utc });

    /// <exception cref="JsonException">It is no history.</exception>
    public static IList<HistoryEvent> Read(string json)
    {
        using var reader = new JsonTextReader(new StringReader(json)) { DateParseHandling = DateParseHandling.None };
        return [.. JArray.Load(reader).Select(ReadEvent)];
    }

    /// <summary>Writes a history as backends do.</summary>
    public static string Write(IEnumerable<HistoryEvent> history)
    {
        using var text = new StringWriter();
        Serializer.Serialize(text, history);
        return text.ToString();
    }

    private static HistoryEvent ReadEvent(JToken token)
    {
        var kind = token[nameof(HistoryEvent.EventType)]?.ToObject<EventType>();
        return kind is { } known && Types.TryGetValue(known, out var type)
            ? (HistoryEvent)token.ToObject(type, Serializer)!
            : throw new JsonException($"'{kind}' is not an event of a history.");
    }
}
