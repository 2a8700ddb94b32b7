using Microsoft.DurableTask.Client;
using Nots.Application.Orchestration;

namespace Nots.Functions.Durable;

/// <summary>Durable Task's states of an instance and ours.</summary>
internal static class Statuses
{
    /// <summary>All that Durable Task knows, the two that it only keeps for the sake of old stores included.</summary>
    public static OrchestrationRuntimeStatus[] All { get; } = Enum.GetValues<OrchestrationRuntimeStatus>();

    /// <exception cref="InvalidOperationException">Durable Task has a state that is not known here.</exception>
    public static OrchestrationStatus Of(OrchestrationRuntimeStatus status) => status.ToString() switch
    {
        nameof(OrchestrationRuntimeStatus.Pending) => OrchestrationStatus.Pending,
        // Between two executions of one instance; old stores alone show it.
        nameof(OrchestrationRuntimeStatus.Running) or "ContinuedAsNew" => OrchestrationStatus.Running,
        nameof(OrchestrationRuntimeStatus.Suspended) => OrchestrationStatus.Suspended,
        nameof(OrchestrationRuntimeStatus.Completed) => OrchestrationStatus.Completed,
        nameof(OrchestrationRuntimeStatus.Failed) => OrchestrationStatus.Failed,
        nameof(OrchestrationRuntimeStatus.Terminated) or "Canceled" => OrchestrationStatus.Terminated,
        _ => throw new InvalidOperationException($"Durable Task's state {status} is not known here."),
    };

    /// <summary>Those that are shown as one of ours.</summary>
    public static IEnumerable<OrchestrationRuntimeStatus> ShownAs(OrchestrationStatus status) => All.Where(other => Of(other) == status);

    public static bool IsLive(OrchestrationRuntimeStatus status) =>
        Of(status) is OrchestrationStatus.Pending or OrchestrationStatus.Running or OrchestrationStatus.Suspended;
}
