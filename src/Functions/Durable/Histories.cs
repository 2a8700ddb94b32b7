using System.Text.Json;
using DurableTask.Core.History;
using Nots.Application.Orchestration;
using CoreStatus = DurableTask.Core.OrchestrationStatus;

namespace Nots.Functions.Durable;

/// <summary>
/// Durable Task's history of an instance as people read it, in the words of the port. It keeps nothing of timers that were
/// cancelled: such a one is created, and never fires.
/// </summary>
internal static class Histories
{
    public static IReadOnlyList<HistoryEntry> Of(IEnumerable<HistoryEvent> history)
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

    /// <summary>Null for the engine's own bookkeeping.</summary>
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

    private static string Time(DateTime at) => OrchestrationJson.Serialize(new DateTimeOffset(DateTime.SpecifyKind(at, DateTimeKind.Utc)));

    // The stack trace is for engineers, who have the logs.
    private static string Failure(DurableTask.Core.FailureDetails? failure, string? reason) =>
        OrchestrationJson.Serialize(new FailureDetails(failure?.ErrorType ?? "", failure?.ErrorMessage ?? reason ?? ""));

    /// <summary>Stores keep a text as it is or as JSON.</summary>
    private static string? Text(string? text)
    {
        if (text is null)
            return null;
        try
        {
            return OrchestrationJson.Serialize(JsonSerializer.Deserialize<string>(text));
        }
        catch (JsonException)
        {
            return OrchestrationJson.Serialize(text);
        }
    }

    /// <param name="Type">In the words of the port.</param>
    /// <param name="Name">Null where it is that of what scheduled it.</param>
    /// <param name="Payload">JSON.</param>
    /// <param name="ScheduledId">Durable Task's number of what it ends.</param>
    private sealed record Told(string Type, string? Name, string? Payload, int? ScheduledId = null);
}
