using System.Globalization;

namespace Nots.Api.Quotes;

/// <summary>A driving time, for programs and for people.</summary>
/// <param name="Minutes">To the nearest.</param>
/// <param name="Text">Such as <c>20 mins</c> or <c>1 hour 5 mins</c>.</param>
internal sealed record DurationAnswer(int Seconds, int Minutes, string Text)
{
    public static DurationAnswer Of(int seconds)
    {
        var minutes = (int)Math.Round(seconds / 60m, MidpointRounding.AwayFromZero);
        return new DurationAnswer(seconds, minutes, Display(minutes));
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
