namespace Nots.Cli.Wire;

/// <summary>Why an orchestration did not go on.</summary>
internal sealed record OrchestrationFailure(string Message);
