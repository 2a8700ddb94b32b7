using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Nots.Durable.Sqlite.Events;

/// <summary>
/// A history event as it is stored: the fields of all kinds of events in one flat shape, of which each kind uses some. DurableTask.Core's own
/// JSON repeats .NET type names in every event, and reading it back costs more than all the rest of a turn.
/// </summary>
internal sealed record StoredEvent
{
    public required string Type { get; init; }

    public int? Id { get; init; }

    public DateTime At { get; init; }

    public string? Name { get; init; }

    public string? Version { get; init; }

    public string? Input { get; init; }

    public string? Result { get; init; }

    public string? Reason { get; init; }

    public string? Details { get; init; }

    /// <summary>The event that this one answers.</summary>
    public int? Task { get; init; }

    public string? Status { get; init; }

    public StoredFailure? Failure { get; init; }

    public DateTime? FireAt { get; init; }

    public string? InstanceId { get; init; }

    public string? ExecutionId { get; init; }

    public StoredParent? Parent { get; init; }

    public IDictionary<string, string>? Tags { get; init; }

    public StoredTrace? Trace { get; init; }

    public string? Correlation { get; init; }

    public string? SpanId { get; init; }

    public DateTime? StartAt { get; init; }

    public int? Generation { get; init; }

    public bool NewTrace { get; init; }
}

/// <summary>The orchestration that waits for this one.</summary>
internal sealed record StoredParent(string? Name, string? Version, string? InstanceId, string? ExecutionId, int Task);

internal sealed record StoredTrace(string? Parent, string? State, string? Id, string? SpanId, DateTimeOffset? StartedAt);

internal sealed record StoredFailure(
    string? Type, string? Message, string? Stack, StoredFailure? Inner, bool NonRetriable, IDictionary<string, JsonElement>? Properties);

[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(IReadOnlyList<StoredEvent>))]
[JsonSerializable(typeof(IDictionary<string, string>))]
[JsonSerializable(typeof(StoredParent))]
[JsonSerializable(typeof(StoredFailure))]
internal sealed partial class StoredJson : JsonSerializerContext
{
    /// <summary>Payloads are JSON inside JSON: a quotation mark becomes two characters here, six with the default encoder.</summary>
    public static StoredJson Compact { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
