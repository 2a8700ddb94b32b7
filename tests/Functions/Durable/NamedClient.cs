using System.Diagnostics.CodeAnalysis;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Nots.Functions.Tests.Durable;

/// <summary>A durable client that refuses everything, and says which one it is.</summary>
internal sealed class NamedClient(string name) : DurableTaskClient(name)
{
    public override Task<string> ScheduleNewOrchestrationInstanceAsync(
        TaskName orchestratorName, object? input = null, StartOrchestrationOptions? options = null, CancellationToken cancellation = default) => throw new NamedException(Name);

    public override Task RaiseEventAsync(string instanceId, string eventName, object? eventPayload = null, CancellationToken cancellation = default) => throw new NamedException(Name);

    public override Task<OrchestrationMetadata> WaitForInstanceStartAsync(string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
        throw new NamedException(Name);

    public override Task<OrchestrationMetadata> WaitForInstanceCompletionAsync(string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
        throw new NamedException(Name);

    public override Task SuspendInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default) => throw new NamedException(Name);

    public override Task ResumeInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default) => throw new NamedException(Name);

    public override Task<OrchestrationMetadata?> GetInstancesAsync(string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
        throw new NamedException(Name);

    public override AsyncPageable<OrchestrationMetadata> GetAllInstancesAsync(OrchestrationQuery? filter = null) => throw new NamedException(Name);

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
}

[SuppressMessage("Design", "CA1032", Justification = "Thrown by one client alone.")]
[SuppressMessage("Design", "CA1064", Justification = "Seen by these tests alone.")]
internal sealed class NamedException(string name) : Exception(name);
