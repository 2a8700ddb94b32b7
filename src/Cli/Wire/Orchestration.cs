namespace Nots.Cli.Wire;

/// <summary>A booking's orchestration, as operations see it.</summary>
/// <param name="Failure">Why it failed, or was parked.</param>
internal sealed record Orchestration(string Status, OrchestrationProgress? CustomStatus, OrchestrationFailure? Failure)
{
    /// <summary>What went wrong last; null when nothing did.</summary>
    public string? Trouble => Failure?.Message ?? CustomStatus?.LastError;
}
