using Nots.Application.Orchestration;

namespace Nots.Durable.Replay;

/// <summary>A result (JSON), or a failure.</summary>
internal readonly record struct TaskOutcome(string? Result, FailureDetails? Failure);
