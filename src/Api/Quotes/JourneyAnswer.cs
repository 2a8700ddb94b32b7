using Nots.Domain.Quotes;

namespace Nots.Api.Quotes;

/// <summary>How far a journey is and how long it takes; of a return, both ways together.</summary>
internal sealed record JourneyAnswer(DistanceAnswer Distance, DurationAnswer Duration, RouteAnswer Route, bool Estimated)
{
    public static JourneyAnswer Of(Journey journey) => journey.Inbound is { } back
        ? new JourneyAnswer(
            DistanceAnswer.Of(journey.Outbound.Meters + back.Meters, journey.Outbound.Miles + back.Miles),
            DurationAnswer.Of(journey.Outbound.Seconds + back.Seconds),
            new RouteAnswer(journey.Outbound.Polyline),
            journey.Estimated)
        : Of(journey.Outbound, journey.Estimated);

    public static JourneyAnswer Of(Leg leg, bool estimated) =>
        new(DistanceAnswer.Of(leg), DurationAnswer.Of(leg.Seconds), new RouteAnswer(leg.Polyline), estimated);
}
