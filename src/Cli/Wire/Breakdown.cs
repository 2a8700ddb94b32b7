namespace Nots.Cli.Wire;

/// <summary>The lines of a price; only the last is looked at here.</summary>
/// <param name="Total">Pence.</param>
internal sealed record Breakdown(long Total);
