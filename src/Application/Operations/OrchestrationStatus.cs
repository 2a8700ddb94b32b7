using Microsoft.DurableTask.Client;

namespace Nots.Application.Operations;

/// <summary>Where an orchestration instance stands, in the words of the API.</summary>
public enum OrchestrationStatus
{
    /// <summary>Scheduled, not yet run.</summary>
    Pending,

    /// <summary>Running or waiting.</summary>
    Running,

    /// <summary>Stopped by an operator.</summary>
    Suspended,

    Completed,

    Failed,

    Terminated,
}

/// <summary>Durable Task's states and ours.</summary>
public static class OrchestrationStatuses
{
    /// <exception cref="InvalidOperationException">Durable Task has a state that is not known here.</exception>
    public static OrchestrationStatus Status(this OrchestrationMetadata instance) => From(instance.RuntimeStatus);

    /// <summary>Whether it has yet to end.</summary>
    public static bool IsLive(this OrchestrationStatus status) =>
        status is OrchestrationStatus.Pending or OrchestrationStatus.Running or OrchestrationStatus.Suspended;

    /// <summary>Durable Task's states that are shown as one of ours.</summary>
    internal static IEnumerable<OrchestrationRuntimeStatus> ShownAs(OrchestrationStatus status) =>
        Enum.GetValues<OrchestrationRuntimeStatus>().Where(other => From(other) == status);

    // Two are obsolete, and still told by old stores: between two executions of one instance, and cancelled.
    private static OrchestrationStatus From(OrchestrationRuntimeStatus status) => status.ToString() switch
    {
        nameof(OrchestrationRuntimeStatus.Pending) => OrchestrationStatus.Pending,
        nameof(OrchestrationRuntimeStatus.Running) or "ContinuedAsNew" => OrchestrationStatus.Running,
        nameof(OrchestrationRuntimeStatus.Suspended) => OrchestrationStatus.Suspended,
        nameof(OrchestrationRuntimeStatus.Completed) => OrchestrationStatus.Completed,
        nameof(OrchestrationRuntimeStatus.Failed) => OrchestrationStatus.Failed,
        nameof(OrchestrationRuntimeStatus.Terminated) or "Canceled" => OrchestrationStatus.Terminated,
        _ => throw new InvalidOperationException($"Durable Task's state {status} is not known here."),
    };
}
