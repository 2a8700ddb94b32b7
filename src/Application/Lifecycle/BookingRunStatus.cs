using System.Text.Json.Serialization;

namespace Nots.Application.Lifecycle;

/// <summary>What operations look at: where the orchestration stands and what it waits for.</summary>
/// <param name="NextDeadline">UTC; null when only a change can wake it.</param>
/// <param name="LastError">Of the step that is to be tried again; null when all is well.</param>
public sealed record BookingRunStatus(
    string Stage,
    string WaitingFor,
    // Operations read it as it is written here: every field is there, and a time ends in Z like all others of the API.
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] DateTime? NextDeadline,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? LastError);
