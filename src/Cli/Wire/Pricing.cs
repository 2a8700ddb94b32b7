namespace Nots.Cli.Wire;

/// <summary>What a journey costs.</summary>
internal sealed record Pricing(Breakdown Breakdown);
