using DurableTask.Core.History;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Nots.Application.Common;

namespace Nots.Api.Tests.Support;

/// <summary>Instances that do as they are told at once, and remember it.</summary>
internal sealed class FakeOrchestrations() : DurableTaskClient("fake")
{
    public Dictionary<string, OrchestrationMetadata> Instances { get; } = [];

    public List<string> Calls { get; } = [];

    /// <summary>Set to have the backend refuse.</summary>
    public Exception? Fault { get; set; }

    public override Task<string> ScheduleNewOrchestrationInstanceAsync(
        TaskName orchestratorName, object? input = null, StartOrchestrationOptions? options = null, CancellationToken cancellation = default) =>
        Task.FromResult(options!.InstanceId!);

    public override Task RaiseEventAsync(string instanceId, string eventName, object? eventPayload = null, CancellationToken cancellation = default)
    {
        Calls.Add($"raise {instanceId} {eventName} {WorkflowJson.Converter.Serialize(eventPayload)}");
        return Task.CompletedTask;
    }

    public override Task<OrchestrationMetadata?> GetInstancesAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
        Fault is null ? Task.FromResult(Instances.GetValueOrDefault(instanceId)) : Task.FromException<OrchestrationMetadata?>(Fault);

    public override Task<IList<HistoryEvent>> GetOrchestrationHistoryAsync(string instanceId, CancellationToken cancellation = default) =>
        Task.FromResult<IList<HistoryEvent>>([new ExecutionStartedEvent(-1, """{"a":1}""") { Name = "booking", Timestamp = A.Now.UtcDateTime }]);

    public override AsyncPageable<OrchestrationMetadata> GetAllInstancesAsync(OrchestrationQuery? filter = null) => Pageable.Create(
        (_, _, _) => Task.FromResult(new Page<OrchestrationMetadata>(
            [.. Instances.Values.Where(instance => filter?.Statuses is not { } statuses || statuses.Contains(instance.RuntimeStatus))])));

    public override Task SuspendInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default) =>
        Become(instanceId, OrchestrationRuntimeStatus.Suspended, reason);

    public override Task ResumeInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default) =>
        Become(instanceId, OrchestrationRuntimeStatus.Running, reason);

    public override Task TerminateInstanceAsync(string instanceId, TerminateInstanceOptions? options = null, CancellationToken cancellation = default) =>
        Become(instanceId, OrchestrationRuntimeStatus.Terminated, options?.Output as string);

    public override async Task<string> RestartAsync(string instanceId, bool restartWithNewInstanceId = false, CancellationToken cancellation = default)
    {
        await Become(instanceId, OrchestrationRuntimeStatus.Pending, "again");
        return instanceId;
    }

    public override Task<PurgeResult> PurgeInstanceAsync(string instanceId, PurgeInstanceOptions? options = null, CancellationToken cancellation = default)
    {
        Calls.Add($"purge {instanceId}");
        return Task.FromResult(new PurgeResult(Instances.Remove(instanceId) ? 1 : 0));
    }

    public override Task<OrchestrationMetadata> WaitForInstanceStartAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) => throw new NotSupportedException();

    public override Task<OrchestrationMetadata> WaitForInstanceCompletionAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) => throw new NotSupportedException();

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private Task Become(string instanceId, OrchestrationRuntimeStatus status, string? reason)
    {
        Calls.Add($"{status} {instanceId} {reason}");
        var before = Instances[instanceId];
        Instances[instanceId] = new OrchestrationMetadata(before.Name, instanceId)
        {
            DataConverter = before.DataConverter,
            RuntimeStatus = status,
            CreatedAt = before.CreatedAt,
            LastUpdatedAt = before.LastUpdatedAt,
            SerializedCustomStatus = before.SerializedCustomStatus,
        };
        return Task.CompletedTask;
    }
}
