using Nots.Application.Orchestration;

namespace Nots.Durable.History;

/// <summary>A history as people read it.</summary>
internal static class HistoryEntries
{
    public static IReadOnlyList<HistoryEntry> From(IReadOnlyList<HistoryEvent> history)
    {
        var scheduled = history.Index().Where(entry => entry.Item is TaskActionEvent and not TimerCancelled)
            .ToDictionary(entry => ((TaskActionEvent)entry.Item).TaskId, entry => entry.Index);
        return [.. history.Select((historyEvent, sequence) => Entry(sequence, historyEvent, ScheduledBy(historyEvent, scheduled), history))];
    }

    private static HistoryEntry Entry(int sequence, HistoryEvent historyEvent, int? outcomeOf, IReadOnlyList<HistoryEvent> history) => new(
        sequence,
        historyEvent.At,
        HistoryJson.TypeName(historyEvent),
        NameOf(outcomeOf is { } action ? history[action] : historyEvent),
        PayloadOf(historyEvent),
        outcomeOf);

    private static int? ScheduledBy(HistoryEvent historyEvent, Dictionary<int, int> scheduled) => historyEvent switch
    {
        TaskOutcomeEvent outcome when scheduled.TryGetValue(outcome.TaskId, out var sequence) => sequence,
        TimerCancelled cancelled when scheduled.TryGetValue(cancelled.TaskId, out var sequence) => sequence,
        _ => null,
    };

    private static string? NameOf(HistoryEvent historyEvent) => historyEvent switch
    {
        ExecutionStarted started => started.Name,
        EventRaised raised => raised.Name,
        ActivityScheduled scheduled => scheduled.Name,
        SubOrchestrationScheduled scheduled => scheduled.Name,
        _ => null,
    };

    private static string? PayloadOf(HistoryEvent historyEvent) => historyEvent switch
    {
        ExecutionStarted started => started.Input,
        EventRaised raised => raised.Payload,
        ActivityScheduled scheduled => scheduled.Input,
        ActivityCompleted completed => completed.Result,
        ActivityFailed failed => FailureOf(failed.Failure),
        TimerCreated timer => OrchestrationJson.Serialize(timer.FireAt),
        TimerFired timer => OrchestrationJson.Serialize(timer.FireAt),
        SubOrchestrationScheduled scheduled => scheduled.Input,
        SubOrchestrationCompleted completed => completed.Result,
        SubOrchestrationFailed failed => FailureOf(failed.Failure),
        ExecutionCompleted completed => completed.Output,
        ExecutionFailed failed => FailureOf(failed.Failure),
        ContinuedAsNew continued => continued.Input,
        ExecutionSuspended suspended => OrchestrationJson.Serialize(suspended.Reason),
        ExecutionResumed resumed => OrchestrationJson.Serialize(resumed.Reason),
        ExecutionTerminated terminated => OrchestrationJson.Serialize(terminated.Reason),
        _ => null,
    };

    // The stack trace is for engineers, who have the logs.
    private static string FailureOf(FailureDetails failure) => HistoryJson.WriteFailure(failure with { StackTrace = null });
}
