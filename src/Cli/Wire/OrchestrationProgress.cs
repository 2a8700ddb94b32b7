namespace Nots.Cli.Wire;

/// <summary>Where an orchestration stands; only its trouble is looked at here.</summary>
internal sealed record OrchestrationProgress(string? LastError);
