using Nots.Application.Orchestration;

namespace Nots.Durable.History;

/// <summary>A history as people read it.</summary>
internal static class HistoryEntries
{
    public static IReadOnlyList<HistoryEntry> From(IReadOnlyList<HistoryEvent> history)
    {
        var names = history.OfType<TaskActionEvent>().Where(action => NameOf(action) is not null)
            .ToDictionary(action => action.TaskId, NameOf);
        return [.. history.Select((historyEvent, sequence) => new HistoryEntry(
            sequence, historyEvent.At, HistoryJson.TypeName(historyEvent), NameOf(historyEvent, names), PayloadOf(historyEvent)))];
    }

    private static string? NameOf(HistoryEvent historyEvent, Dictionary<int, string?> names) => historyEvent switch
    {
        TaskOutcomeEvent outcome => names.GetValueOrDefault(outcome.TaskId),
        ExecutionStarted started => started.Name,
        EventRaised raised => raised.Name,
        TaskActionEvent action => NameOf(action),
        _ => null,
    };

    private static string? NameOf(TaskActionEvent action) => action switch
    {
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
        ActivityFailed failed => HistoryJson.WriteFailure(failed.Failure),
        TimerCreated timer => OrchestrationJson.Serialize(timer.FireAt),
        TimerFired timer => OrchestrationJson.Serialize(timer.FireAt),
        SubOrchestrationScheduled scheduled => scheduled.Input,
        SubOrchestrationCompleted completed => completed.Result,
        SubOrchestrationFailed failed => HistoryJson.WriteFailure(failed.Failure),
        ExecutionCompleted completed => completed.Output,
        ExecutionFailed failed => HistoryJson.WriteFailure(failed.Failure),
        ContinuedAsNew continued => continued.Input,
        ExecutionSuspended suspended => OrchestrationJson.Serialize(suspended.Reason),
        ExecutionResumed resumed => OrchestrationJson.Serialize(resumed.Reason),
        ExecutionTerminated terminated => OrchestrationJson.Serialize(terminated.Reason),
        _ => null,
    };
}
