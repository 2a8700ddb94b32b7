using Nots.Domain.Quotes;

namespace Nots.Api.Quotes;

/// <summary>One of a return's two drives, before the return discount.</summary>
internal sealed record LegAnswer(DateTime PickupTime, JourneyAnswer Journey, BreakdownAnswer Breakdown)
{
    /// <summary>Way out and way back; null for anything but a return.</summary>
    public static IReadOnlyList<LegAnswer>? Of(Quote quote) => quote is { Journey: { Inbound: { } back } journey, Fare.Legs: [var first, var second] }
        ? [Of(journey.Outbound, journey, first), Of(back, journey, second)]
        : null;

    private static LegAnswer Of(Leg leg, Journey journey, FareBreakdown breakdown) =>
        new(Json.WireClock.Utc(leg.PickupAt), JourneyAnswer.Of(leg, journey.Estimated), BreakdownAnswer.Of(breakdown));
}
