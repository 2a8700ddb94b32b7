using DurableTask.Core.History;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Nots.Functions.Tests.Doubles;

/// <summary>Stands in for Durable Task's client: keeps every call in order, and instances as the test puts them there.</summary>
internal sealed class FakeClient() : DurableTaskClient("fake")
{
    private readonly Dictionary<string, OrchestrationMetadata> _instances = [];

    /// <summary>What was asked for, in order, looking at single instances apart.</summary>
    public List<string> Calls { get; } = [];

    /// <summary>What an instance is after a call about it; by default as it was.</summary>
    public Func<OrchestrationMetadata?, OrchestrationMetadata?> After { get; set; } = instance => instance;

    /// <summary>What goes wrong with a call that changes something.</summary>
    public Exception? Fault { get; set; }

    public StartOrchestrationOptions? StartedWith { get; private set; }

    public object? LastPayload { get; private set; }

    public List<OrchestrationQuery> Queries { get; } = [];

    public List<HistoryEvent> History { get; } = [];

    public void Put(OrchestrationMetadata instance) => _instances[instance.InstanceId] = instance;

    public override Task<string> ScheduleNewOrchestrationInstanceAsync(
        TaskName orchestratorName, object? input = null, StartOrchestrationOptions? options = null, CancellationToken cancellation = default)
    {
        (StartedWith, LastPayload) = (options, input);
        return ChangeAsync(options!.InstanceId!, $"start {orchestratorName.Name}", options.InstanceId!);
    }

    public override Task RaiseEventAsync(string instanceId, string eventName, object? eventPayload = null, CancellationToken cancellation = default)
    {
        LastPayload = eventPayload;
        return ChangeAsync(instanceId, $"raise {eventName}", instanceId);
    }

    public override Task SuspendInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default) =>
        ChangeAsync(instanceId, $"suspend for {reason}", instanceId);

    public override Task ResumeInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default) =>
        ChangeAsync(instanceId, $"resume for {reason}", instanceId);

    public override Task TerminateInstanceAsync(string instanceId, TerminateInstanceOptions? options = null, CancellationToken cancellation = default) =>
        ChangeAsync(instanceId, $"terminate for {options?.Output}{(options?.Recursive == true ? " with children" : "")}", instanceId);

    public override Task<string> RestartAsync(string instanceId, bool restartWithNewInstanceId = false, CancellationToken cancellation = default) =>
        ChangeAsync(instanceId, restartWithNewInstanceId ? "restart under a new id" : "restart", instanceId);

    public override Task<PurgeResult> PurgeInstanceAsync(string instanceId, PurgeInstanceOptions? options = null, CancellationToken cancellation = default) =>
        ChangeAsync(instanceId, "purge", new PurgeResult(_instances.Remove(instanceId) ? 1 : 0));

    public override Task<OrchestrationMetadata?> GetInstancesAsync(string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
        Task.FromResult(_instances.GetValueOrDefault(instanceId));

    public override Task<IList<HistoryEvent>> GetOrchestrationHistoryAsync(string instanceId, CancellationToken cancellation = default) =>
        Task.FromResult<IList<HistoryEvent>>(History);

    public override AsyncPageable<OrchestrationMetadata> GetAllInstancesAsync(OrchestrationQuery? filter = null)
    {
        Queries.Add(filter!);
        return new Listed([.. _instances.Values.Where(instance =>
            instance.CreatedAt >= filter!.CreatedFrom && instance.CreatedAt <= filter.CreatedTo && (filter.Statuses?.Contains(instance.RuntimeStatus) ?? true))]);
    }

    public override Task<OrchestrationMetadata> WaitForInstanceStartAsync(string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
        throw new NotSupportedException("Nobody waits for an instance here.");

    public override Task<OrchestrationMetadata> WaitForInstanceCompletionAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) => throw new NotSupportedException("Nobody waits for an instance here.");

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private Task<T> ChangeAsync<T>(string instanceId, string call, T answer)
    {
        Calls.Add(call);
        if (After(_instances.GetValueOrDefault(instanceId)) is { } instance)
            Put(instance);
        return Fault is null ? Task.FromResult(answer) : Task.FromException<T>(Fault);
    }

    private sealed class Listed(IReadOnlyList<OrchestrationMetadata> instances) : AsyncPageable<OrchestrationMetadata>
    {
        /// <summary>Two to a page, whatever was asked for.</summary>
        public override async IAsyncEnumerable<Page<OrchestrationMetadata>> AsPages(string? continuationToken = null, int? pageSizeHint = null)
        {
            foreach (var page in instances.Chunk(2))
            {
                await Task.CompletedTask;
                yield return new Page<OrchestrationMetadata>(page);
            }
        }
    }
}
