using System.Text.Json.Serialization;
using Nots.Application.Orchestration;

namespace Nots.Durable.History;

/// <summary>Something that the orchestrator decided. On replay it must decide the same in the same place.</summary>
internal abstract record ActionEvent : HistoryEvent
{
    /// <summary>Whether the code's action is the one in the history. Inputs may differ: they follow from results and from code.</summary>
    public abstract bool Matches(ActionEvent recorded);

    /// <summary>For people; holds no payload.</summary>
    public abstract string Describe();
}

/// <summary>An action whose outcome comes back under its task id.</summary>
internal abstract record TaskActionEvent : ActionEvent
{
    /// <summary>Counts from 1 within an execution.</summary>
    public required int TaskId { get; init; }
}

internal sealed record ActivityScheduled(
    string Name, [property: JsonConverter(typeof(RawJsonConverter))] string? Input) : TaskActionEvent
{
    public override bool Matches(ActionEvent recorded) =>
        recorded is ActivityScheduled other && other.TaskId == TaskId && other.Name == Name;

    public override string Describe() => $"activity '{Name}'";
}

internal sealed record TimerCreated(DateTimeOffset FireAt) : TaskActionEvent
{
    public override bool Matches(ActionEvent recorded) => recorded is TimerCreated other && other.TaskId == TaskId;

    public override string Describe() => "a timer";
}

internal sealed record TimerCancelled : TaskActionEvent
{
    public override bool Matches(ActionEvent recorded) => recorded is TimerCancelled other && other.TaskId == TaskId;

    public override string Describe() => $"cancelling timer {TaskId}";
}

internal sealed record SubOrchestrationScheduled(
    string Name, string InstanceId, [property: JsonConverter(typeof(RawJsonConverter))] string? Input) : TaskActionEvent
{
    public override bool Matches(ActionEvent recorded) => recorded is SubOrchestrationScheduled other
        && other.TaskId == TaskId && other.Name == Name && other.InstanceId == InstanceId;

    public override string Describe() => $"sub-orchestration '{Name}' as '{InstanceId}'";
}

/// <summary>An action after which the execution does nothing more.</summary>
internal abstract record EndingEvent : ActionEvent;

internal sealed record ExecutionCompleted([property: JsonConverter(typeof(RawJsonConverter))] string? Output) : EndingEvent
{
    public override bool Matches(ActionEvent recorded) => recorded is ExecutionCompleted;

    public override string Describe() => "completing";
}

internal sealed record ExecutionFailed(FailureDetails Failure) : EndingEvent
{
    public override bool Matches(ActionEvent recorded) => recorded is ExecutionFailed;

    public override string Describe() => $"failing with {Failure.ErrorType}";
}

internal sealed record ContinuedAsNew(
    [property: JsonConverter(typeof(RawJsonConverter))] string? Input, IReadOnlyList<UnreadEvent> Unread) : EndingEvent
{
    public override bool Matches(ActionEvent recorded) => recorded is ContinuedAsNew;

    public override string Describe() => "continuing as new";
}
