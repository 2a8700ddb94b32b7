using Microsoft.DurableTask.Client;

namespace Nots.Api.Status;

/// <summary>The durable backend answers.</summary>
internal sealed class OrchestrationReadiness(DurableTaskClient orchestrations) : IReadinessCheck
{
    public string Name => "orchestrations";

    /// <remarks>No instance has this id; that the backend can say so is enough.</remarks>
    public Task CheckAsync(CancellationToken cancellationToken) => orchestrations.GetInstanceAsync("readiness", cancellationToken);
}
