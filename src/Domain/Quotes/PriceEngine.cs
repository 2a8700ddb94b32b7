using Nots.Domain.Common;

namespace Nots.Domain.Quotes;

/// <summary>Makes the price of a journey from a class's tariff. Each line is rounded to the penny by itself.</summary>
public static class PriceEngine
{
    /// <summary>A drive by distance and time.</summary>
    public static Fare OneWay(Tariff tariff, Leg leg) => new(PricingMethod.Metered, Metered(tariff, leg), []);

    /// <summary>There and back: two drives, less the class's return discount on both.</summary>
    public static Fare Return(Tariff tariff, Leg outbound, Leg inbound)
    {
        FareBreakdown[] legs = [Metered(tariff, outbound), Metered(tariff, inbound)];
        var both = legs[0] + legs[1];
        var discount = -Money.Percent(both.Subtotal, tariff.ReturnDiscountPercent);
        return new Fare(PricingMethod.Metered, both with { ReturnDiscount = discount }, legs);
    }

    /// <summary>A car with its driver by the hour, whatever the distance.</summary>
    public static Fare Hourly(Tariff tariff, int hours) =>
        new(PricingMethod.Hourly, new FareBreakdown { HourlyCharge = hours * tariff.PerHour }, []);

    private static FareBreakdown Metered(Tariff tariff, Leg leg)
    {
        // Multiplied first: a quotient such as 2 / 60 is cut off, and half a penny made of it would be rounded down.
        var lines = new FareBreakdown
        {
            BaseFare = tariff.BaseFare,
            DistanceCharge = Money.Round(leg.Meters * tariff.PerMile / Leg.MetersPerMile),
            TimeCharge = Money.Round(leg.Seconds * tariff.PerDrivingMinute / 60m),
            WaitingCharge = leg.WaitingMinutes * tariff.PerWaitingMinute,
        };
        return lines with { MinimumFareAdjustment = Math.Max(0, tariff.MinimumFare - lines.Subtotal) };
    }
}
