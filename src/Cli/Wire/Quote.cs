namespace Nots.Cli.Wire;

/// <summary>A priced journey.</summary>
internal sealed record Quote(string QuoteId, Pricing Pricing);
