using Nots.Application.Orchestration;

namespace Nots.Application.Tests.Platform;

/// <summary>The engine's client, with a switch that cuts it off.</summary>
internal sealed class UnreliableClient(IOrchestrationClient inner, Func<bool> unreachable) : IOrchestrationClient
{
    public Task<bool> StartAsync<TInput, TResult>(
        OrchestrationName<TInput, TResult> orchestration, string instanceId, TInput input, CancellationToken cancellationToken) =>
        Reach().StartAsync(orchestration, instanceId, input, cancellationToken);

    public Task<bool> RaiseEventAsync<TEvent>(string instanceId, string eventName, TEvent payload, CancellationToken cancellationToken) =>
        Reach().RaiseEventAsync(instanceId, eventName, payload, cancellationToken);

    public Task<OrchestrationInstance?> GetAsync(string instanceId, CancellationToken cancellationToken) => inner.GetAsync(instanceId, cancellationToken);

    public Task<IReadOnlyList<HistoryEntry>?> GetHistoryAsync(string instanceId, CancellationToken cancellationToken) =>
        inner.GetHistoryAsync(instanceId, cancellationToken);

    public Task<OrchestrationPage> QueryAsync(OrchestrationQuery query, CancellationToken cancellationToken) => inner.QueryAsync(query, cancellationToken);

    public Task<bool> SuspendAsync(string instanceId, string reason, CancellationToken cancellationToken) =>
        inner.SuspendAsync(instanceId, reason, cancellationToken);

    public Task<bool> ResumeAsync(string instanceId, string reason, CancellationToken cancellationToken) =>
        inner.ResumeAsync(instanceId, reason, cancellationToken);

    public Task<bool> TerminateAsync(string instanceId, string reason, CancellationToken cancellationToken) =>
        inner.TerminateAsync(instanceId, reason, cancellationToken);

    public Task<bool> RestartAsync(string instanceId, CancellationToken cancellationToken) => Reach().RestartAsync(instanceId, cancellationToken);

    public Task<bool> PurgeAsync(string instanceId, CancellationToken cancellationToken) => inner.PurgeAsync(instanceId, cancellationToken);

    private IOrchestrationClient Reach() => unreachable() ? throw new IOException("The engine is not to be reached.") : inner;
}
