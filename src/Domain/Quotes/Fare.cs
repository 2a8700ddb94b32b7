namespace Nots.Domain.Quotes;

/// <summary>What a journey costs.</summary>
/// <param name="Method">Which rule made the price.</param>
/// <param name="Breakdown">The whole journey.</param>
/// <param name="Legs">Each leg before the return discount; empty for a journey of one leg.</param>
public sealed record Fare(PricingMethod Method, FareBreakdown Breakdown, IReadOnlyList<FareBreakdown> Legs);
