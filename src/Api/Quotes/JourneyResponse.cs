using System.Globalization;
using Nots.Domain.Quotes;

namespace Nots.Api.Quotes;

/// <summary>How far a journey is and how long it takes; of a return, both ways together.</summary>
internal sealed record JourneyResponse(DistanceResponse Distance, DurationResponse Duration, RouteResponse Route, bool Estimated)
{
    public static JourneyResponse From(Journey journey) => journey.Inbound is { } back
        ? new JourneyResponse(
            DistanceResponse.From(journey.Outbound.Meters + back.Meters, journey.Outbound.Miles + back.Miles),
            DurationResponse.From(journey.Outbound.Seconds + back.Seconds),
            new RouteResponse(journey.Outbound.Polyline),
            journey.Estimated)
        : From(journey.Outbound, journey.Estimated);

    public static JourneyResponse From(Leg leg, bool estimated) =>
        new(DistanceResponse.From(leg), DurationResponse.From(leg.Seconds), new RouteResponse(leg.Polyline), estimated);
}

/// <summary>A distance, for programs and for people.</summary>
/// <param name="Miles">To the hundredth.</param>
/// <param name="Text">Such as <c>5.3 miles</c>.</param>
internal sealed record DistanceResponse(int Meters, double Miles, string Text)
{
    public static DistanceResponse From(int meters, decimal miles) => new(
        meters, (double)Math.Round(miles, 2, MidpointRounding.AwayFromZero), Display(Math.Round(miles, 1, MidpointRounding.AwayFromZero)));

    public static DistanceResponse From(Leg leg) => From(leg.Meters, leg.Miles);

    private static string Display(decimal miles) => miles.ToString("0.0", CultureInfo.InvariantCulture) + (miles == 1 ? " mile" : " miles");
}

/// <summary>A driving time, for programs and for people.</summary>
/// <param name="Minutes">To the nearest.</param>
/// <param name="Text">Such as <c>20 mins</c> or <c>1 hour 5 mins</c>.</param>
internal sealed record DurationResponse(int Seconds, int Minutes, string Text)
{
    public static DurationResponse From(int seconds)
    {
        var minutes = (int)Math.Round(seconds / 60m, MidpointRounding.AwayFromZero);
        return new DurationResponse(seconds, minutes, Display(minutes));
    }

    private static string Display(int minutes) => (minutes / 60, minutes % 60) switch
    {
        (0, var rest) => Count(rest, "min"),
        (var hours, 0) => Count(hours, "hour"),
        var (hours, rest) => $"{Count(hours, "hour")} {Count(rest, "min")}",
    };

    private static string Count(int number, string unit) =>
        number.ToString(CultureInfo.InvariantCulture) + " " + unit + (number == 1 ? "" : "s");
}

/// <summary>The way on the map; of a return, the way out.</summary>
/// <param name="Polyline">Google's encoded format, precision 5.</param>
internal sealed record RouteResponse(string Polyline);
