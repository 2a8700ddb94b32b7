using Microsoft.DurableTask.Client;

namespace Nots.Application.Operations;

/// <summary>An orchestration instance with input and output.</summary>
/// <param name="History">Of its present execution; null when it was not asked for.</param>
public sealed record OrchestrationDetails(OrchestrationMetadata Instance, IReadOnlyList<HistoryEntry>? History = null);
