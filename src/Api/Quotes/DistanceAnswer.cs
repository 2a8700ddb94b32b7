using System.Globalization;
using Nots.Domain.Quotes;

namespace Nots.Api.Quotes;

/// <summary>A distance, for programs and for people.</summary>
/// <param name="Miles">To the hundredth.</param>
/// <param name="Text">Such as <c>5.3 miles</c>.</param>
internal sealed record DistanceAnswer(int Meters, double Miles, string Text)
{
    public static DistanceAnswer Of(int meters, decimal miles) => new(
        meters, (double)Math.Round(miles, 2, MidpointRounding.AwayFromZero), Display(Math.Round(miles, 1, MidpointRounding.AwayFromZero)));

    public static DistanceAnswer Of(Leg leg) => Of(leg.Meters, leg.Miles);

    private static string Display(decimal miles) => miles.ToString("0.0", CultureInfo.InvariantCulture) + (miles == 1 ? " mile" : " miles");
}
