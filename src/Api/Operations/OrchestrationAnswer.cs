using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Nots.Api.Json;
using Nots.Application.Operations;
using Nots.Domain.Common;

namespace Nots.Api.Operations;

/// <summary>An orchestration instance in a list.</summary>
/// <param name="CustomStatus">As the orchestration set it: for a booking stage, waitingFor, nextDeadline, lastError.</param>
internal sealed record OrchestrationAnswer(
    string InstanceId,
    string Name,
    [property: WireNames<OrchestrationStatus>] string Status,
    DateTime CreatedAt,
    DateTime UpdatedAt,
    JsonElement? CustomStatus)
{
    public static OrchestrationAnswer Of(OrchestrationMetadata instance) => new(
        instance.InstanceId, instance.Name, Wire.Name(instance.Status()), WireClock.Utc(instance.CreatedAt), WireClock.Utc(instance.LastUpdatedAt),
        StoredJson.Read(instance.SerializedCustomStatus));
}

/// <summary>An orchestration instance by itself.</summary>
/// <param name="History">Of its present execution; when asked for.</param>
internal sealed record OrchestrationDetailsAnswer(
    string InstanceId,
    string Name,
    [property: WireNames<OrchestrationStatus>] string Status,
    DateTime CreatedAt,
    DateTime UpdatedAt,
    JsonElement? CustomStatus,
    JsonElement? Input,
    JsonElement? Output,
    FailureAnswer? Failure,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<HistoryEntryAnswer>? History)
{
    public static OrchestrationDetailsAnswer Of(OrchestrationMetadata instance, IReadOnlyList<HistoryEntry>? history = null) => new(
        instance.InstanceId, instance.Name, Wire.Name(instance.Status()), WireClock.Utc(instance.CreatedAt), WireClock.Utc(instance.LastUpdatedAt),
        StoredJson.Read(instance.SerializedCustomStatus), StoredJson.Read(instance.SerializedInput), StoredJson.Read(instance.Status() == OrchestrationStatus.Completed ? instance.SerializedOutput : null),
        FailureAnswer.Of(instance.FailureDetails), history is null ? null : [.. history.Select(HistoryEntryAnswer.Of)]);
}

/// <summary>Why an instance failed; the stack trace stays in the logs.</summary>
internal sealed record FailureAnswer(string ErrorType, string Message)
{
    public static FailureAnswer? Of(TaskFailureDetails? failure) => failure is null ? null : new(failure.ErrorType, failure.ErrorMessage);
}

/// <summary>One event of a history.</summary>
/// <param name="OutcomeOf">The sequence of the event that scheduled what this one ends.</param>
internal sealed record HistoryEntryAnswer(
    int Sequence,
    DateTime At,
    string Type,
    string? Name,
    JsonElement? Payload,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? OutcomeOf)
{
    public static HistoryEntryAnswer Of(HistoryEntry entry) =>
        new(entry.Sequence, WireClock.Utc(entry.At), entry.Type, entry.Name, StoredJson.Read(entry.Payload), entry.OutcomeOf);
}
