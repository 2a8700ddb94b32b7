namespace Nots.Application.Orchestration;

/// <summary>Where an instance stands.</summary>
public enum OrchestrationStatus
{
    /// <summary>Started, not yet run.</summary>
    Pending,

    /// <summary>Running or waiting.</summary>
    Running,

    /// <summary>Stopped by an operator, or parked by the engine because its code no longer fits its history.</summary>
    Suspended,

    Completed,

    Failed,

    Terminated,
}
