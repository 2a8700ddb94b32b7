using Nots.Application.Orchestration;
using Nots.Durable.History;
using Nots.Durable.Store;
using Nots.Durable.Store.Operations;

namespace Nots.Durable;

/// <summary>The client side of the embedded engine. Changes are answered when they are on the disk.</summary>
internal sealed class EmbeddedClient(Func<EngineParts> engine, int maxBacklog) : IOrchestrationClient
{
    private const int MaxPage = 100;

    public Task<bool> StartAsync<TInput, TResult>(
        OrchestrationName<TInput, TResult> orchestration, string instanceId, TInput input, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(instanceId);
        cancellationToken.ThrowIfCancellationRequested();
        var start = new StartInstance(instanceId, orchestration.Value, OrchestrationJson.Serialize(input));
        return engine().StartInstanceAsync(start, maxBacklog).WaitAsync(cancellationToken);
    }

    public Task<bool> RaiseEventAsync<TEvent>(string instanceId, string eventName, TEvent payload, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(eventName);
        return ChangeAsync(new RaiseEvent(instanceId, eventName, OrchestrationJson.Serialize(payload)), cancellationToken);
    }

    public Task<OrchestrationInstance?> GetAsync(string instanceId, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(engine().Reader.Find(instanceId) is { } row ? Show(row) : null);
    }

    public Task<IReadOnlyList<HistoryEntry>?> GetHistoryAsync(string instanceId, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var history = engine().Reader.History(instanceId);
        return Task.FromResult(history is null ? null : HistoryEntries.From([.. history.Select(HistoryJson.Read)]));
    }

    public Task<OrchestrationPage> QueryAsync(OrchestrationQuery query, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (query.Limit is < 1 or > MaxPage)
            throw new ArgumentOutOfRangeException(nameof(query), query.Limit, $"A page has 1 to {MaxPage} instances.");
        var before = query.After is null ? long.MaxValue : InstancePosition.Read(query.After);
        var rows = engine().Reader.Query(query, before);
        var page = rows.Take(query.Limit).ToList();
        return Task.FromResult(new OrchestrationPage(
            [.. page.Select(Show)], rows.Count > query.Limit ? InstancePosition.Write(page[^1].Number) : null));
    }

    public Task<bool> SuspendAsync(string instanceId, string reason, CancellationToken cancellationToken) =>
        ChangeAsync(new SuspendInstance(instanceId, reason), cancellationToken);

    public Task<bool> ResumeAsync(string instanceId, string reason, CancellationToken cancellationToken) =>
        ChangeAsync(new ResumeInstance(instanceId, reason), cancellationToken);

    public Task<bool> TerminateAsync(string instanceId, string reason, CancellationToken cancellationToken) =>
        ChangeAsync(new TerminateInstance(instanceId, reason), cancellationToken);

    public Task<bool> RestartAsync(string instanceId, CancellationToken cancellationToken) =>
        ChangeAsync(new RestartInstance(instanceId), cancellationToken);

    public Task<bool> PurgeAsync(string instanceId, CancellationToken cancellationToken) =>
        ChangeAsync(new PurgeInstance(instanceId), cancellationToken);

    /// <summary>A caller that stops waiting does not undo the change.</summary>
    private Task<bool> ChangeAsync(IStoreOperation<bool> change, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return engine().Commits.SubmitAsync(change).WaitAsync(cancellationToken);
    }

    private static OrchestrationInstance Show(InstanceRow row) => new(
        row.InstanceId, row.Name, row.Status, row.CreatedAt, row.UpdatedAt, row.Input, row.Output, row.CustomStatus,
        HistoryJson.ReadFailure(row.Failure));
}
