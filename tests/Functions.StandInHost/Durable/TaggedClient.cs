using DurableTask.Core;
using DurableTask.Core.Query;

namespace Nots.Functions.StandInHost.Durable;

/// <summary>A backend's client whose states always have tags, be they none: Microsoft's server takes for granted that they are there.</summary>
internal sealed class TaggedClient(IOrchestrationServiceClient client) : IOrchestrationServiceClient, IOrchestrationServiceQueryClient, IOrchestrationServicePurgeClient
{
    public Task CreateTaskOrchestrationAsync(TaskMessage creationMessage) => client.CreateTaskOrchestrationAsync(creationMessage);

    public Task CreateTaskOrchestrationAsync(TaskMessage creationMessage, OrchestrationStatus[] dedupeStatuses) =>
        client.CreateTaskOrchestrationAsync(creationMessage, dedupeStatuses);

    public Task SendTaskOrchestrationMessageAsync(TaskMessage message) => client.SendTaskOrchestrationMessageAsync(message);

    public Task SendTaskOrchestrationMessageBatchAsync(params TaskMessage[] messages) => client.SendTaskOrchestrationMessageBatchAsync(messages);

    public Task ForceTerminateTaskOrchestrationAsync(string instanceId, string reason) => client.ForceTerminateTaskOrchestrationAsync(instanceId, reason);

    public Task<string> GetOrchestrationHistoryAsync(string instanceId, string executionId) => client.GetOrchestrationHistoryAsync(instanceId, executionId);

    public Task PurgeOrchestrationHistoryAsync(DateTime thresholdDateTimeUtc, OrchestrationStateTimeRangeFilterType timeRangeFilterType) =>
        client.PurgeOrchestrationHistoryAsync(thresholdDateTimeUtc, timeRangeFilterType);

    public Task<PurgeResult> PurgeInstanceStateAsync(string instanceId) => Supporting<IOrchestrationServicePurgeClient>().PurgeInstanceStateAsync(instanceId);

    public Task<PurgeResult> PurgeInstanceStateAsync(PurgeInstanceFilter purgeInstanceFilter) =>
        Supporting<IOrchestrationServicePurgeClient>().PurgeInstanceStateAsync(purgeInstanceFilter);

    public async Task<OrchestrationState> GetOrchestrationStateAsync(string instanceId, string? executionId) =>
        Tagged(await client.GetOrchestrationStateAsync(instanceId, executionId))!;

    public async Task<IList<OrchestrationState>> GetOrchestrationStateAsync(string instanceId, bool allExecutions) =>
        [.. (await client.GetOrchestrationStateAsync(instanceId, allExecutions)).Select(state => Tagged(state)!)];

    public async Task<OrchestrationState> WaitForOrchestrationAsync(string instanceId, string? executionId, TimeSpan timeout, CancellationToken cancellationToken) =>
        Tagged(await client.WaitForOrchestrationAsync(instanceId, executionId, timeout, cancellationToken))!;

    public async Task<OrchestrationQueryResult> GetOrchestrationWithQueryAsync(OrchestrationQuery query, CancellationToken cancellationToken)
    {
        var found = await Supporting<IOrchestrationServiceQueryClient>().GetOrchestrationWithQueryAsync(query, cancellationToken);
        foreach (var state in found.OrchestrationState)
            Tagged(state);
        return found;
    }

    private static OrchestrationState? Tagged(OrchestrationState? state)
    {
        if (state is not null)
            state.Tags ??= new Dictionary<string, string>();
        return state;
    }

    private T Supporting<T>()
        where T : class => client as T ?? throw new NotSupportedException($"{client.GetType().Name} does not implement {typeof(T).Name}.");
}
