using CsCheck;
using Nots.Domain.Quotes;

namespace Nots.Domain.Tests.Quotes;

/// <summary>What holds for every tariff and every drive, reckoned in whole numbers beside the engine's decimals.</summary>
public sealed class PriceEngineProperties
{
    private const long Iterations = 5_000;

    private static readonly Gen<Leg> Legs = Gen.Select(
        Gen.Int[0, 2_000_000], Gen.Int[0, 200_000], Gen.Int[0, 1440],
        (meters, seconds, waiting) => A.Leg(meters: meters, seconds: seconds, waiting: waiting));

    private static readonly Gen<Tariff> Tariffs = Gen.OneOf(
        Gen.OneOf(Tariff.Defaults.ToArray()),
        Gen.Select(
            Gen.Long[0, 5000], Gen.Long[0, 1000], Gen.Long[0, 300], Gen.Long[0, 300], Gen.Long[0, 20_000], Gen.Long[0, 8000], Gen.Int[0, 1000],
            (start, mile, driving, waiting, hour, minimum, discount) => A.Tariff() with
            {
                BaseFare = start,
                PerMile = mile,
                PerDrivingMinute = driving,
                PerWaitingMinute = waiting,
                PerHour = hour,
                MinimumFare = minimum,
                ReturnDiscountPercent = discount / 10m,
            }));

    [Fact]
    public void Every_line_is_its_rate_rounded_half_up()
    {
        Gen.Select(Tariffs, Legs).Sample(
            (tariff, leg) =>
            {
                var fare = PriceEngine.OneWay(tariff, leg).Breakdown;
                var metered = tariff.BaseFare + fare.DistanceCharge + fare.TimeCharge + fare.WaitingCharge;

                // A mile is 1,609,344 mm.
                Assert.Equal(HalfUp(leg.Meters * 1000L * tariff.PerMile, 1_609_344), fare.DistanceCharge);
                Assert.Equal(HalfUp(leg.Seconds * tariff.PerDrivingMinute, 60), fare.TimeCharge);
                Assert.Equal(leg.WaitingMinutes * tariff.PerWaitingMinute, fare.WaitingCharge);
                Assert.Equal(tariff.BaseFare, fare.BaseFare);
                Assert.Equal(Math.Max(0, tariff.MinimumFare - metered), fare.MinimumFareAdjustment);
                Assert.Equal(Math.Max(tariff.MinimumFare, metered), fare.Total);
            },
            iter: Iterations);
    }

    [Fact]
    public void A_return_is_two_one_ways_less_the_discount_on_both()
    {
        Gen.Select(Tariffs, Legs, Legs).Sample(
            (tariff, outbound, inbound) =>
            {
                var fare = PriceEngine.Return(tariff, outbound, inbound);
                var legs = new[] { PriceEngine.OneWay(tariff, outbound).Breakdown, PriceEngine.OneWay(tariff, inbound).Breakdown };
                var both = legs.Sum(leg => leg.Total);
                var discount = HalfUp(both * (long)(tariff.ReturnDiscountPercent * 10), 1000);

                Assert.Equal(legs, fare.Legs);
                Assert.Equal(-discount, fare.Breakdown.ReturnDiscount);
                Assert.Equal(both - discount, fare.Breakdown.Total);
            },
            iter: Iterations);
    }

    [Fact]
    public void No_price_is_negative_and_only_discounts_are_negative_lines()
    {
        Gen.Select(Tariffs, Legs, Legs, Gen.Int[2, 12]).Sample(
            (tariff, outbound, inbound, hours) =>
            {
                foreach (var fare in AllWays(tariff, outbound, inbound, hours))
                {
                    Assert.True(fare.Total >= 0);
                    Assert.All(Lines(fare with { ReturnDiscount = 0 }), line => Assert.True(line >= 0));
                    Assert.True(fare.ReturnDiscount <= 0);
                }
            },
            iter: Iterations);
    }

    [Fact]
    public void The_lines_add_up_to_the_subtotal_and_with_tax_to_the_total()
    {
        Gen.Select(Tariffs, Legs, Legs, Gen.Int[2, 12]).Sample(
            (tariff, outbound, inbound, hours) =>
            {
                foreach (var fare in AllWays(tariff, outbound, inbound, hours))
                {
                    Assert.Equal(Lines(fare).Sum(), fare.Subtotal);
                    Assert.Equal(fare.Subtotal + fare.Tax, fare.Total);
                }
            },
            iter: Iterations);
    }

    [Fact]
    public void A_longer_slower_or_more_patient_drive_is_never_cheaper()
    {
        Gen.Select(Tariffs, Legs, Legs, Legs).Sample(
            (tariff, leg, more, back) =>
            {
                foreach (var longer in new[]
                {
                    leg with { Meters = leg.Meters + more.Meters },
                    leg with { Seconds = leg.Seconds + more.Seconds },
                    leg with { WaitingMinutes = leg.WaitingMinutes + more.WaitingMinutes },
                })
                {
                    Assert.True(PriceEngine.OneWay(tariff, leg).Breakdown.Total <= PriceEngine.OneWay(tariff, longer).Breakdown.Total);
                    Assert.True(PriceEngine.Return(tariff, leg, back).Breakdown.Total <= PriceEngine.Return(tariff, longer, back).Breakdown.Total);
                }
            },
            iter: Iterations);
    }

    [Fact]
    public void The_minimum_fare_holds()
    {
        Gen.Select(Tariffs, Legs).Sample(
            (tariff, leg) => PriceEngine.OneWay(tariff, leg).Breakdown.Total >= tariff.MinimumFare, iter: Iterations);
    }

    [Fact]
    public void The_time_of_the_drive_does_not_change_its_price()
    {
        Gen.Select(Tariffs, Legs, Gen.Int[0, 10_000]).Sample(
            (tariff, leg, hours) => PriceEngine.OneWay(tariff, leg).Breakdown
                == PriceEngine.OneWay(tariff, leg with { PickupAt = leg.PickupAt.AddHours(hours) }).Breakdown,
            iter: Iterations);
    }

    private static FareBreakdown[] AllWays(Tariff tariff, Leg outbound, Leg inbound, int hours) =>
    [
        PriceEngine.OneWay(tariff, outbound).Breakdown,
        PriceEngine.Return(tariff, outbound, inbound).Breakdown,
        .. PriceEngine.Return(tariff, outbound, inbound).Legs,
        PriceEngine.Hourly(tariff, hours).Breakdown,
    ];

    private static long[] Lines(FareBreakdown fare) =>
    [
        fare.BaseFare, fare.DistanceCharge, fare.TimeCharge, fare.WaitingCharge, fare.HourlyCharge, fare.FixedPrice,
        fare.MinimumFareAdjustment, fare.Surge, fare.ReturnDiscount, fare.PromoDiscount, fare.CorporateDiscount,
    ];

    /// <summary>A quotient of whole numbers that are not negative, to the nearest, halves up.</summary>
    private static long HalfUp(long dividend, long divisor) => ((2 * dividend) + divisor) / (2 * divisor);
}
