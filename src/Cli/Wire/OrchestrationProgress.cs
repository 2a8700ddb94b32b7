namespace Nots.Cli.Wire;

/// <summary>Where an orchestration stands.</summary>
/// <param name="NextDeadline">UTC; null when only a change wakes it.</param>
internal sealed record OrchestrationProgress(string? Stage, DateTimeOffset? NextDeadline, string? LastError);
