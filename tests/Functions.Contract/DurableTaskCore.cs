// Microsoft.Azure.DurableTask.Core 3.9: what the client's histories are made of.
namespace DurableTask.Core
{
    public enum OrchestrationStatus
    {
        Running,
        Completed,
        ContinuedAsNew,
        Failed,
        Canceled,
        Terminated,
        Pending,
        Suspended,
    }

    public class FailureDetails
    {
        public FailureDetails(string errorType, string errorMessage, string? stackTrace, FailureDetails? innerFailure, bool isNonRetriable)
        {
            ErrorType = errorType;
            ErrorMessage = errorMessage;
            StackTrace = stackTrace;
            InnerFailure = innerFailure;
            IsNonRetriable = isNonRetriable;
        }

        public string ErrorType { get; }

        public string ErrorMessage { get; }

        public string? StackTrace { get; }

        public FailureDetails? InnerFailure { get; }

        public bool IsNonRetriable { get; }
    }
}

namespace DurableTask.Core.History
{
    public abstract class HistoryEvent
    {
        protected HistoryEvent(int eventId) => EventId = eventId;

        public int EventId { get; internal set; }

        public DateTime Timestamp { get; set; }
    }

    public class ExecutionStartedEvent : HistoryEvent
    {
        public ExecutionStartedEvent(int eventId, string? input)
            : base(eventId) => Input = input;

        public string? Name { get; set; }

        public string? Input { get; set; }
    }

    public class ExecutionCompletedEvent : HistoryEvent
    {
        public ExecutionCompletedEvent(int eventId, string? result, OrchestrationStatus orchestrationStatus, FailureDetails? failureDetails = null)
            : base(eventId)
        {
            Result = result;
            OrchestrationStatus = orchestrationStatus;
            FailureDetails = failureDetails;
        }

        public OrchestrationStatus OrchestrationStatus { get; private set; }

        public string? Result { get; private set; }

        public FailureDetails? FailureDetails { get; private set; }
    }

    public class ContinueAsNewEvent : ExecutionCompletedEvent
    {
        public ContinueAsNewEvent(int eventId, string? input)
            : base(eventId, input, OrchestrationStatus.ContinuedAsNew)
        {
        }
    }

    public class ExecutionTerminatedEvent : HistoryEvent
    {
        public ExecutionTerminatedEvent(int eventId, string? input)
            : base(eventId) => Input = input;

        public string? Input { get; set; }
    }

    public class ExecutionSuspendedEvent : HistoryEvent
    {
        public ExecutionSuspendedEvent(int eventId, string? reason)
            : base(eventId) => Reason = reason;

        public string? Reason { get; set; }
    }

    public class ExecutionResumedEvent : HistoryEvent
    {
        public ExecutionResumedEvent(int eventId, string? reason)
            : base(eventId) => Reason = reason;

        public string? Reason { get; set; }
    }

    public class EventRaisedEvent : HistoryEvent
    {
        public EventRaisedEvent(int eventId, string? input)
            : base(eventId) => Input = input;

        public string? Name { get; set; }

        public string? Input { get; set; }
    }

    public class EventSentEvent : HistoryEvent
    {
        public EventSentEvent(int eventId)
            : base(eventId)
        {
        }

        public string? Name { get; set; }

        public string? Input { get; set; }
    }

    public class TaskScheduledEvent : HistoryEvent
    {
        public TaskScheduledEvent(int eventId, string name, string? version = null, string? input = null)
            : base(eventId)
        {
            Name = name;
            Version = version;
            Input = input;
        }

        public string? Name { get; set; }

        public string? Version { get; set; }

        public string? Input { get; set; }
    }

    public class TaskCompletedEvent : HistoryEvent
    {
        public TaskCompletedEvent(int eventId, int taskScheduledId, string? result)
            : base(eventId)
        {
            TaskScheduledId = taskScheduledId;
            Result = result;
        }

        public int TaskScheduledId { get; private set; }

        public string? Result { get; private set; }
    }

    public class TaskFailedEvent : HistoryEvent
    {
        public TaskFailedEvent(int eventId, int taskScheduledId, string? reason, string? details, FailureDetails? failureDetails)
            : base(eventId)
        {
            TaskScheduledId = taskScheduledId;
            Reason = reason;
            Details = details;
            FailureDetails = failureDetails;
        }

        public int TaskScheduledId { get; private set; }

        public string? Reason { get; private set; }

        public string? Details { get; private set; }

        public FailureDetails? FailureDetails { get; private set; }
    }

    public class TimerCreatedEvent : HistoryEvent
    {
        public TimerCreatedEvent(int eventId, DateTime fireAt)
            : base(eventId) => FireAt = fireAt;

        public DateTime FireAt { get; set; }
    }

    public class TimerFiredEvent : HistoryEvent
    {
        public TimerFiredEvent(int eventId, DateTime fireAt)
            : base(eventId) => FireAt = fireAt;

        public int TimerId { get; set; }

        public DateTime FireAt { get; set; }
    }

    public class SubOrchestrationInstanceCreatedEvent : HistoryEvent
    {
        public SubOrchestrationInstanceCreatedEvent(int eventId)
            : base(eventId)
        {
        }

        public string? Name { get; set; }

        public string? InstanceId { get; set; }

        public string? Input { get; set; }
    }

    public class SubOrchestrationInstanceCompletedEvent : HistoryEvent
    {
        public SubOrchestrationInstanceCompletedEvent(int eventId, int taskScheduledId, string? result)
            : base(eventId)
        {
            TaskScheduledId = taskScheduledId;
            Result = result;
        }

        public int TaskScheduledId { get; private set; }

        public string? Result { get; private set; }
    }

    public class SubOrchestrationInstanceFailedEvent : HistoryEvent
    {
        public SubOrchestrationInstanceFailedEvent(int eventId, int taskScheduledId, string? reason, string? details, FailureDetails? failureDetails)
            : base(eventId)
        {
            TaskScheduledId = taskScheduledId;
            Reason = reason;
            Details = details;
            FailureDetails = failureDetails;
        }

        public int TaskScheduledId { get; private set; }

        public string? Reason { get; private set; }

        public string? Details { get; private set; }

        public FailureDetails? FailureDetails { get; internal set; }
    }

    public class OrchestratorStartedEvent : HistoryEvent
    {
        public OrchestratorStartedEvent(int eventId)
            : base(eventId)
        {
        }
    }

    public class OrchestratorCompletedEvent : HistoryEvent
    {
        public OrchestratorCompletedEvent(int eventId)
            : base(eventId)
        {
        }
    }
}
