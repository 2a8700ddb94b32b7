using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Nots.Application.Orchestration;
using OrchestrationQuery = Nots.Application.Orchestration.OrchestrationQuery;

namespace Nots.Functions.Durable;

/// <summary>
/// The client's port over Durable Task's. Its calls only lay down a message; what the port promises to answer, whether a live
/// instance took it, is seen before the call, and a control is waited for until it shows.
/// </summary>
/// <param name="client">The client of the running function.</param>
/// <param name="time">For waiting.</param>
internal sealed class DurableClient(Func<DurableTaskClient> client, TimeProvider time) : IOrchestrationClient
{
    private const int MostInstances = 100;

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private DurableTaskClient Client => client();

    public async Task<bool> StartAsync<TInput, TResult>(
        OrchestrationName<TInput, TResult> orchestration, string instanceId, TInput input, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(instanceId);
        if (await FindAsync(instanceId, cancellationToken) is not null)
            return false;
        // Two may come here at once: the store lets one of them in.
        var options = new StartOrchestrationOptions(instanceId).WithDedupeStatuses(Statuses.All);
        return await TryAsync(
            () => Client.ScheduleNewOrchestrationInstanceAsync(orchestration.Value, input, options, cancellationToken),
            instanceId, instance => instance is not null, cancellationToken);
    }

    public async Task<bool> RaiseEventAsync<TEvent>(string instanceId, string eventName, TEvent payload, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(eventName);
        return IsLive(await FindAsync(instanceId, cancellationToken))
            && await TryAsync(() => Client.RaiseEventAsync(instanceId, eventName, payload, cancellationToken), instanceId, HasEnded, cancellationToken);
    }

    public async Task<OrchestrationInstance?> GetAsync(string instanceId, CancellationToken cancellationToken) =>
        await Client.GetInstanceAsync(instanceId, true, cancellationToken) is { } instance ? Instances.Of(instance) : null;

    public async Task<IReadOnlyList<HistoryEntry>?> GetHistoryAsync(string instanceId, CancellationToken cancellationToken) =>
        await FindAsync(instanceId, cancellationToken) is null
            ? null
            : Histories.Of(await Client.GetOrchestrationHistoryAsync(instanceId, cancellationToken));

    public Task<OrchestrationPage> QueryAsync(OrchestrationQuery query, CancellationToken cancellationToken) => query.Limit is >= 1 and <= MostInstances
        ? new InstancePages(Client, time).ReadAsync(query, cancellationToken)
        : throw new ArgumentOutOfRangeException(nameof(query), query.Limit, $"A page has 1 to {MostInstances} instances.");

    public async Task<bool> SuspendAsync(string instanceId, string reason, CancellationToken cancellationToken) =>
        IsLive(await FindAsync(instanceId, cancellationToken))
        && await TryAsync(() => Client.SuspendInstanceAsync(instanceId, reason, cancellationToken), instanceId, HasEnded, cancellationToken)
        && await ShowsAsync(instanceId, instance => !IsLive(instance) || IsSuspended(instance), cancellationToken);

    public async Task<bool> ResumeAsync(string instanceId, string reason, CancellationToken cancellationToken) =>
        IsSuspended(await FindAsync(instanceId, cancellationToken))
        && await TryAsync(() => Client.ResumeInstanceAsync(instanceId, reason, cancellationToken), instanceId, HasEnded, cancellationToken)
        && await ShowsAsync(instanceId, instance => !IsSuspended(instance), cancellationToken);

    public async Task<bool> TerminateAsync(string instanceId, string reason, CancellationToken cancellationToken) =>
        IsLive(await FindAsync(instanceId, cancellationToken))
        && await TryAsync(
            () => Client.TerminateInstanceAsync(instanceId, new TerminateInstanceOptions(reason), cancellationToken), instanceId, HasEnded, cancellationToken)
        && await ShowsAsync(instanceId, HasEnded, cancellationToken);

    public async Task<bool> RestartAsync(string instanceId, CancellationToken cancellationToken)
    {
        var before = await FindAsync(instanceId, cancellationToken);
        return before is not null && HasEnded(before)
            && await TryAsync(() => Client.RestartAsync(instanceId, false, cancellationToken), instanceId, IsLive, cancellationToken)
            && await ShowsAsync(instanceId, instance => instance is not null && (IsLive(instance) || instance.CreatedAt != before.CreatedAt), cancellationToken);
    }

    public async Task<bool> PurgeAsync(string instanceId, CancellationToken cancellationToken)
    {
        var before = await FindAsync(instanceId, cancellationToken);
        return before is not null && HasEnded(before)
            && (await Client.PurgeInstanceAsync(instanceId, null, cancellationToken)).PurgedInstanceCount > 0;
    }

    private Task<OrchestrationMetadata?> FindAsync(string instanceId, CancellationToken cancellationToken) =>
        Client.GetInstanceAsync(instanceId, false, cancellationToken);

    /// <summary>
    /// Calls, and answers false when the call fails because the instance is no longer as it was seen: the store says so in
    /// faults that differ by store, so it is looked at again.
    /// </summary>
    private async Task<bool> TryAsync(
        Func<Task> call, string instanceId, Func<OrchestrationMetadata?, bool> explains, CancellationToken cancellationToken)
    {
        try
        {
            await call();
            return true;
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            if (explains(await FindAsync(instanceId, cancellationToken)))
                return false;
            throw;
        }
    }

    /// <summary>Waits until a control that was laid down shows. One that takes longer is on its way all the same.</summary>
    /// <returns>True: it was taken.</returns>
    private async Task<bool> ShowsAsync(string instanceId, Func<OrchestrationMetadata?, bool> isSeen, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        while (!isSeen(await FindAsync(instanceId, cancellationToken)) && time.GetElapsedTime(started) < Patience)
            await Task.Delay(Look, time, cancellationToken);
        return true;
    }

    private static bool IsLive(OrchestrationMetadata? instance) => instance is not null && Statuses.IsLive(instance.RuntimeStatus);

    private static bool IsSuspended(OrchestrationMetadata? instance) => instance?.RuntimeStatus == OrchestrationRuntimeStatus.Suspended;

    private static bool HasEnded(OrchestrationMetadata? instance) => !IsLive(instance);
}
