namespace Nots.Application.Orchestration;

/// <summary>A child orchestration failed or was terminated.</summary>
public sealed class SubOrchestrationFailedException(string orchestration, string instanceId, FailureDetails failure)
    : Exception($"Orchestration '{orchestration}' ({instanceId}) failed: {failure.Message}")
{
    public string Orchestration { get; } = orchestration;

    public string InstanceId { get; } = instanceId;

    public FailureDetails Failure { get; } = failure;
}
