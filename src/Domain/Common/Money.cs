using System.Globalization;

namespace Nots.Domain.Common;

/// <summary>Arithmetic of amounts in pence. Amounts are plain integers everywhere; this is where rounding and display live.</summary>
public static class Money
{
    /// <summary>The company's currency, ISO 4217.</summary>
    public const string Currency = "GBP";

    /// <summary>To the penny, halves up. A discount is rounded by its size, so half a penny goes to the customer.</summary>
    public static long Round(decimal pence) => (long)Math.Round(pence, MidpointRounding.AwayFromZero);

    /// <summary>A share of an amount, in whole pence.</summary>
    public static long Percent(long pence, decimal percent) => Round(pence * percent / 100m);

    /// <summary>Such as <c>£12.28</c>.</summary>
    public static string Display(long pence) =>
        (pence < 0 ? "-£" : "£") + Math.Abs(pence / 100m).ToString("0.00", CultureInfo.InvariantCulture);
}
