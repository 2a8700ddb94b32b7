using Nots.Application.Orchestration;

namespace Nots.Api.Status;

/// <summary>The orchestration engine answers.</summary>
internal sealed class OrchestrationReadiness(IOrchestrationClient orchestrations) : IReadinessCheck
{
    public string Name => "orchestrations";

    /// <remarks>No instance has this id; that the engine can say so is enough.</remarks>
    public Task CheckAsync(CancellationToken cancellationToken) => orchestrations.GetAsync("readiness", cancellationToken);
}
