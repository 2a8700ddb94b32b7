namespace Nots.Durable.Tests.RandomWorkflows;

/// <summary>Stages with a continue-as-new between them, and what the stages before have given.</summary>
internal sealed record Workflow(IReadOnlyList<Step> Stages, string SoFar = "");
