using DurableTask.Core.History;
using Nots.Application.Orchestration;
using Nots.Functions.Durable;
using Nots.Functions.Tests.Doubles;
using CoreFailure = DurableTask.Core.FailureDetails;
using CoreStatus = DurableTask.Core.OrchestrationStatus;

namespace Nots.Functions.Tests.Durable;

public sealed class HistoriesTests
{
    private static readonly CoreFailure Busy = new("System.TimeoutException", "busy", "at somewhere", null, false);

    [Fact]
    public void What_happened_is_told_in_the_ports_words_and_outcomes_know_what_they_end()
    {
        var history = Read(
            new OrchestratorStartedEvent(-1),
            new ExecutionStartedEvent(-1, "\"in\"") { Name = "booking" },
            new TaskScheduledEvent(0, "work", "", "\"a\""),
            new TimerCreatedEvent(1, An.Hour.UtcDateTime.AddMinutes(15)),
            new SubOrchestrationInstanceCreatedEvent(2) { Name = "child", InstanceId = "the child", Input = "1" },
            new OrchestratorCompletedEvent(-1),
            new TaskCompletedEvent(-1, 0, "\"a!\""),
            new TimerFiredEvent(-1, An.Hour.UtcDateTime.AddMinutes(15)) { TimerId = 1 },
            new SubOrchestrationInstanceCompletedEvent(-1, 2, "2"),
            new EventRaisedEvent(-1, "\"card\"") { Name = "paid" },
            new ExecutionCompletedEvent(3, "\"out\"", CoreStatus.Completed));

        Assert.Equal(
            [
                new HistoryEntry(0, An.Hour, "executionStarted", "booking", "\"in\""),
                new HistoryEntry(1, An.Hour, "activityScheduled", "work", "\"a\""),
                new HistoryEntry(2, An.Hour, "timerCreated", null, "\"2031-03-01T09:15:00+00:00\""),
                new HistoryEntry(3, An.Hour, "subOrchestrationScheduled", "child", "1"),
                new HistoryEntry(4, An.Hour, "activityCompleted", "work", "\"a!\"", 1),
                new HistoryEntry(5, An.Hour, "timerFired", null, "\"2031-03-01T09:15:00+00:00\"", 2),
                new HistoryEntry(6, An.Hour, "subOrchestrationCompleted", "child", "2", 3),
                new HistoryEntry(7, An.Hour, "eventRaised", "paid", "\"card\""),
                new HistoryEntry(8, An.Hour, "executionCompleted", null, "\"out\""),
            ],
            history);
    }

    [Fact]
    public void Failures_have_their_type_and_message_and_no_stack_trace()
    {
        var history = Read(
            new TaskScheduledEvent(0, "work"),
            new TaskFailedEvent(-1, 0, "busy", null, Busy),
            new SubOrchestrationInstanceCreatedEvent(1) { Name = "child" },
            new SubOrchestrationInstanceFailedEvent(-1, 1, "lost", null, null),
            new ExecutionCompletedEvent(2, null, CoreStatus.Failed, Busy));

        Assert.Equal(
            [
                ("activityScheduled", null),
                ("activityFailed", """{"errorType":"System.TimeoutException","message":"busy"}"""),
                ("subOrchestrationScheduled", null),
                ("subOrchestrationFailed", """{"errorType":"","message":"lost"}"""),
                ("executionFailed", """{"errorType":"System.TimeoutException","message":"busy"}"""),
            ],
            history.Select(entry => (entry.Type, entry.Payload)));
    }

    [Fact]
    public void Controls_have_their_reasons_as_JSON_however_the_store_keeps_them() => Assert.Equal(
        [
            ("executionSuspended", "\"an inspection\""), ("executionResumed", "\"all well\""), ("executionTerminated", "\"enough\""),
            ("executionTerminated", "\"12 was enough\""), ("continuedAsNew", "5"), ("eventSent", "1"),
        ],
        Read(
            new ExecutionSuspendedEvent(-1, "an inspection"),
            new ExecutionResumedEvent(-1, "\"all well\""),
            new ExecutionTerminatedEvent(-1, "\"enough\""),
            new ExecutionTerminatedEvent(-1, "12 was enough"),
            new ContinueAsNewEvent(-1, "5"),
            new EventSentEvent(-1) { Name = "paid", Input = "1" }).Select(entry => (entry.Type, entry.Payload!)));

    private static IReadOnlyList<HistoryEntry> Read(params HistoryEvent[] history)
    {
        foreach (var happened in history)
            happened.Timestamp = An.Hour.UtcDateTime;
        return Histories.Of(history);
    }
}
