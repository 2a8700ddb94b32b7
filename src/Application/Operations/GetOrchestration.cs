using Microsoft.DurableTask.Client;
using Nots.Domain.Common;

namespace Nots.Application.Operations;

/// <summary>Reads one orchestration instance.</summary>
public sealed class GetOrchestration(DurableTaskClient client)
{
    /// <param name="instanceId">Which.</param>
    /// <param name="withHistory">Whether to read the history of its present execution, too.</param>
    /// <param name="cancellationToken">The request's.</param>
    public async Task<Result<OrchestrationDetails>> ExecuteAsync(string instanceId, bool withHistory, CancellationToken cancellationToken)
    {
        if (await client.GetInstanceAsync(instanceId, true, cancellationToken) is not { } instance)
            return Refusal.NotFound("orchestration");
        return new OrchestrationDetails(
            instance, withHistory ? OrchestrationHistory.From(await client.GetOrchestrationHistoryAsync(instanceId, cancellationToken)) : null);
    }
}
