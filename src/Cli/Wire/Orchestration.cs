namespace Nots.Cli.Wire;

/// <summary>A booking's orchestration, as operations see it.</summary>
internal sealed record Orchestration(string Status, OrchestrationProgress? CustomStatus);
