using Nots.Api.Json;
using Nots.Domain.Common;
using Nots.Domain.Quotes;

namespace Nots.Api.Quotes;

/// <summary>A price, its making, and how to show it.</summary>
/// <param name="Currency">ISO 4217.</param>
/// <param name="DisplayTotal">Such as <c>£12.28</c>.</param>
internal sealed record PricingAnswer(
    string Currency, [property: WireNames<PricingMethod>] string Method, BreakdownAnswer Breakdown, string DisplayTotal)
{
    public static PricingAnswer Of(Fare fare) => new(
        Money.Currency, Wire.Name(fare.Method), BreakdownAnswer.Of(fare.Breakdown), Money.Display(fare.Breakdown.Total));
}
