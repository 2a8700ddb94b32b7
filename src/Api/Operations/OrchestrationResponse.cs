using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Nots.Api.Json;
using Nots.Api.Paging;
using Nots.Application.Common;
using Nots.Application.Operations;
using Nots.Domain.Common;

namespace Nots.Api.Operations;

/// <summary>A page of orchestration instances.</summary>
internal sealed record OrchestrationsResponse(IReadOnlyList<OrchestrationResponse> Orchestrations, PaginationResponse Pagination);

/// <summary>An orchestration instance in a list.</summary>
/// <param name="CustomStatus">As the orchestration set it: for a booking stage, waitingFor, nextDeadline, lastError.</param>
internal sealed record OrchestrationResponse(
    string InstanceId,
    string Name,
    [property: WireNames<OrchestrationStatus>] string Status,
    DateTime CreatedAt,
    DateTime UpdatedAt,
    JsonElement? CustomStatus)
{
    public static OrchestrationResponse From(OrchestrationMetadata instance) => new(
        instance.InstanceId, instance.Name, Wire.Name(instance.Status()), WireClock.Utc(instance.CreatedAt), WireClock.Utc(instance.LastUpdatedAt),
        StoredJson.Read(instance.SerializedCustomStatus));
}

/// <summary>An orchestration instance by itself.</summary>
/// <param name="History">Of its present execution; when asked for.</param>
internal sealed record OrchestrationDetailsResponse(
    string InstanceId,
    string Name,
    [property: WireNames<OrchestrationStatus>] string Status,
    DateTime CreatedAt,
    DateTime UpdatedAt,
    JsonElement? CustomStatus,
    JsonElement? Input,
    JsonElement? Output,
    FailureResponse? Failure,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<HistoryEntryResponse>? History)
{
    public static OrchestrationDetailsResponse From(OrchestrationDetails details)
    {
        var instance = details.Instance;
        return new OrchestrationDetailsResponse(
            instance.InstanceId, instance.Name, Wire.Name(instance.Status()), WireClock.Utc(instance.CreatedAt), WireClock.Utc(instance.LastUpdatedAt),
            StoredJson.Read(instance.SerializedCustomStatus), StoredJson.Read(instance.SerializedInput),
            StoredJson.Read(instance.Status() == OrchestrationStatus.Completed ? instance.SerializedOutput : null),
            FailureResponse.From(instance.FailureDetails), details.History is null ? null : [.. details.History.Select(HistoryEntryResponse.From)]);
    }
}

/// <summary>Why an instance failed; the stack trace stays in the logs.</summary>
internal sealed record FailureResponse(string ErrorType, string Message)
{
    public static FailureResponse? From(TaskFailureDetails? failure) => failure is null ? null : new(failure.ErrorType, failure.ErrorMessage);
}

/// <summary>One event of a history.</summary>
/// <param name="OutcomeOf">The sequence of the event that scheduled what this one ends.</param>
internal sealed record HistoryEntryResponse(
    int Sequence,
    DateTime At,
    string Type,
    string? Name,
    JsonElement? Payload,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? OutcomeOf)
{
    public static HistoryEntryResponse From(HistoryEntry entry) =>
        new(entry.Sequence, WireClock.Utc(entry.At), entry.Type, entry.Name, StoredJson.Read(entry.Payload), entry.OutcomeOf);
}

/// <summary>Passes a durable backend's JSON texts on as JSON.</summary>
internal static class StoredJson
{
    /// <summary>Null when there is none; backends keep that as an empty text, too.</summary>
    /// <exception cref="JsonException">It is not JSON: the backend broke its promise.</exception>
    public static JsonElement? Read(string? json) => string.IsNullOrEmpty(json) || json == "null" ? null : JsonElement.Parse(json);
}

/// <summary>The requests and responses of orchestrations, compiled: they are read and written without reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ControlRequest))]
[JsonSerializable(typeof(RaiseEventRequest))]
[JsonSerializable(typeof(OrchestrationsResponse))]
[JsonSerializable(typeof(OrchestrationDetailsResponse))]
internal sealed partial class OrchestrationJson : JsonSerializerContext;
