using Microsoft.DurableTask.Client;
using Nots.Application.Orchestration;

namespace Nots.Functions.Durable;

/// <summary>An instance as Durable Task tells of it, and as operations see it.</summary>
internal static class Instances
{
    public static OrchestrationInstance Of(OrchestrationMetadata instance)
    {
        var status = Statuses.Of(instance.RuntimeStatus);
        return new OrchestrationInstance(
            instance.InstanceId,
            instance.Name,
            status,
            instance.CreatedAt,
            instance.LastUpdatedAt,
            instance.SerializedInput,
            status == OrchestrationStatus.Completed ? instance.SerializedOutput : null,
            instance.SerializedCustomStatus is "" or "null" ? null : instance.SerializedCustomStatus,
            instance.FailureDetails is { } failure && status == OrchestrationStatus.Failed ? Failures.Of(failure) : null);
    }
}
