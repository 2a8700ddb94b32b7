using System.Text.Json;
using DurableTask.Core.History;
using Nots.Application.Common;
using CoreStatus = DurableTask.Core.OrchestrationStatus;

namespace Nots.Application.Operations;

/// <summary>One event of an instance's history, as people read it.</summary>
/// <param name="Sequence">From 0, without gaps.</param>
/// <param name="At">When it was recorded, UTC.</param>
/// <param name="Type">Such as <c>activityScheduled</c>, <c>timerFired</c>.</param>
/// <param name="Name">Of the activity, event or child; null where there is none.</param>
/// <param name="Payload">JSON; null where there is none.</param>
/// <param name="OutcomeOf">The sequence of the entry that scheduled what this ends, so that its duration can be told; null where there is none.</param>
public sealed record HistoryEntry(int Sequence, DateTimeOffset At, string Type, string? Name, string? Payload, int? OutcomeOf = null);

/// <summary>What a failure in a history says; the stack trace is for engineers, who have the logs.</summary>
/// <param name="ErrorType">The exception's type name.</param>
/// <param name="Message">Its message.</param>
public sealed record HistoryFailure(string ErrorType, string Message);

/// <summary>
/// Durable Task's history of an instance as people read it. It keeps nothing of timers that were cancelled: such a one is created, and
/// never fires.
/// </summary>
public static class OrchestrationHistory
{
    /// <param name="history">Of one execution, oldest first.</param>
    public static IReadOnlyList<HistoryEntry> From(IEnumerable<HistoryEvent> history)
    {
        var entries = new List<HistoryEntry>();
        var scheduled = new Dictionary<int, int>();
        foreach (var happened in history)
        {
            if (Describe(happened) is not { } told)
                continue;
            int? began = told.ScheduledId is { } id && scheduled.TryGetValue(id, out var sequence) ? sequence : null;
            if (happened is TaskScheduledEvent or TimerCreatedEvent or SubOrchestrationInstanceCreatedEvent)
                scheduled[happened.EventId] = entries.Count;
            var at = new DateTimeOffset(DateTime.SpecifyKind(happened.Timestamp, DateTimeKind.Utc));
            entries.Add(new HistoryEntry(entries.Count, at, told.Type, told.Name ?? (began is { } entry ? entries[entry].Name : null), told.Payload, began));
        }
        return entries;
    }

    /// <summary>Null for Durable Task's own bookkeeping.</summary>
    private static Told? Describe(HistoryEvent happened) => happened switch
    {
        ExecutionStartedEvent started => new Told("executionStarted", started.Name, started.Input),
        EventRaisedEvent raised => new Told("eventRaised", raised.Name, raised.Input),
        EventSentEvent sent => new Told("eventSent", sent.Name, sent.Input),
        TaskScheduledEvent task => new Told("activityScheduled", task.Name, task.Input),
        TaskCompletedEvent task => new Told("activityCompleted", null, task.Result, task.TaskScheduledId),
        TaskFailedEvent task => new Told("activityFailed", null, Failure(task.FailureDetails, task.Reason), task.TaskScheduledId),
        TimerCreatedEvent timer => new Told("timerCreated", null, Time(timer.FireAt)),
        TimerFiredEvent timer => new Told("timerFired", null, Time(timer.FireAt), timer.TimerId),
        SubOrchestrationInstanceCreatedEvent child => new Told("subOrchestrationScheduled", child.Name, child.Input),
        SubOrchestrationInstanceCompletedEvent child => new Told("subOrchestrationCompleted", null, child.Result, child.TaskScheduledId),
        SubOrchestrationInstanceFailedEvent child =>
            new Told("subOrchestrationFailed", null, Failure(child.FailureDetails, child.Reason), child.TaskScheduledId),
        ContinueAsNewEvent continued => new Told("continuedAsNew", null, continued.Result),
        ExecutionCompletedEvent { OrchestrationStatus: CoreStatus.Failed } failed =>
            new Told("executionFailed", null, Failure(failed.FailureDetails, failed.Result)),
        ExecutionCompletedEvent completed => new Told("executionCompleted", null, completed.Result),
        ExecutionSuspendedEvent suspended => new Told("executionSuspended", null, Text(suspended.Reason)),
        ExecutionResumedEvent resumed => new Told("executionResumed", null, Text(resumed.Reason)),
        ExecutionTerminatedEvent terminated => new Told("executionTerminated", null, Text(terminated.Input)),
        _ => null,
    };

    private static string Time(DateTime at) => Json(new DateTimeOffset(DateTime.SpecifyKind(at, DateTimeKind.Utc)));

    private static string Failure(DurableTask.Core.FailureDetails? failure, string? reason) =>
        Json(new HistoryFailure(failure?.ErrorType ?? "", failure?.ErrorMessage ?? reason ?? ""));

    /// <summary>Backends keep a text as it is or as JSON.</summary>
    private static string? Text(string? text)
    {
        if (text is null)
            return null;
        try
        {
            return Json(JsonSerializer.Deserialize<string>(text));
        }
        catch (JsonException)
        {
            return Json(text);
        }
    }

    private static string Json<T>(T value) => JsonSerializer.Serialize(value, WorkflowJson.Options);

    /// <param name="Type">Such as <c>activityScheduled</c>.</param>
    /// <param name="Name">Null where it is that of what scheduled it.</param>
    /// <param name="Payload">JSON.</param>
    /// <param name="ScheduledId">Durable Task's number of what it ends.</param>
    private sealed record Told(string Type, string? Name, string? Payload, int? ScheduledId = null);
}
