using Nots.Domain.Common;
using Nots.Domain.Quotes;

namespace Nots.Domain.Tests.Quotes;

public sealed class PriceEngineTests
{
    [Fact]
    public void The_worked_example_costs_12_28()
    {
        var fare = PriceEngine.OneWay(A.Tariff(), A.Leg(meters: 8500, seconds: 1200));

        Assert.Equal(PricingMethod.Metered, fare.Method);
        Assert.Equal(new FareBreakdown { BaseFare = 500, DistanceCharge = 528, TimeCharge = 200 }, fare.Breakdown);
        Assert.Equal(1228, fare.Breakdown.Subtotal);
        Assert.Equal(1228, fare.Breakdown.Total);
        Assert.Equal("£12.28", Money.Display(fare.Breakdown.Total));
        Assert.Empty(fare.Legs);
    }

    [Theory]
    [InlineData(VehicleClass.Standard, 500, 100, 10, 10, 3500, 500, 15, 4)]
    [InlineData(VehicleClass.Executive, 800, 150, 15, 15, 5000, 800, 15, 4)]
    [InlineData(VehicleClass.Minibus, 1000, 120, 12, 12, 7000, 1000, 15, 8)]
    public void A_new_company_starts_with_the_published_tariffs(
        VehicleClass vehicleClass, long baseFare, long mile, long drivingMinute, long waitingMinute, long hour, long minimum, int discount, int seats)
    {
        var tariff = A.Tariff(vehicleClass);

        Assert.Equal(
            (baseFare, mile, drivingMinute, waitingMinute, hour, minimum, (decimal)discount, seats),
            (tariff.BaseFare, tariff.PerMile, tariff.PerDrivingMinute, tariff.PerWaitingMinute, tariff.PerHour, tariff.MinimumFare,
                tariff.ReturnDiscountPercent, tariff.Seats));
        Assert.Equal(3, Tariff.Defaults.Count);
    }

    // 10 miles, 24.5 minutes, 30 minutes' wait.
    [Theory]
    [InlineData(VehicleClass.Standard, 500, 1000, 245, 300, 2045)]
    [InlineData(VehicleClass.Executive, 800, 1500, 368, 450, 3118)]
    [InlineData(VehicleClass.Minibus, 1000, 1200, 294, 360, 2854)]
    public void Each_class_is_metered_by_its_own_rates(VehicleClass vehicleClass, long baseFare, long distance, long time, long waiting, long total)
    {
        var fare = PriceEngine.OneWay(A.Tariff(vehicleClass), A.Leg(meters: 16093, seconds: 1470, waiting: 30)).Breakdown;

        Assert.Equal(
            new FareBreakdown { BaseFare = baseFare, DistanceCharge = distance, TimeCharge = time, WaitingCharge = waiting }, fare);
        Assert.Equal(total, fare.Total);
    }

    [Theory]
    [InlineData(VehicleClass.Standard, 3, 10500)]
    [InlineData(VehicleClass.Executive, 2, 10000)]
    [InlineData(VehicleClass.Minibus, 12, 84000)]
    public void By_the_hour_only_the_hours_count(VehicleClass vehicleClass, int hours, long total)
    {
        var fare = PriceEngine.Hourly(A.Tariff(vehicleClass), hours);

        Assert.Equal(PricingMethod.Hourly, fare.Method);
        Assert.Equal(new FareBreakdown { HourlyCharge = total }, fare.Breakdown);
        Assert.Equal(total, fare.Breakdown.Total);
        Assert.Empty(fare.Legs);
    }

    [Fact]
    public void A_return_is_both_legs_less_15_percent()
    {
        var fare = PriceEngine.Return(A.Tariff(), A.Leg(), A.Leg(A.PickupAt.AddHours(4), meters: 9000, seconds: 1500, waiting: 5));

        Assert.Equal(
            [
                new FareBreakdown { BaseFare = 500, DistanceCharge = 528, TimeCharge = 200 },
                new FareBreakdown { BaseFare = 500, DistanceCharge = 559, TimeCharge = 250, WaitingCharge = 50 },
            ],
            fare.Legs);
        // 15 % of 1228 + 1359 = 2587 is 388.05.
        Assert.Equal(
            new FareBreakdown { BaseFare = 1000, DistanceCharge = 1087, TimeCharge = 450, WaitingCharge = 50, ReturnDiscount = -388 },
            fare.Breakdown);
        Assert.Equal(2199, fare.Breakdown.Total);
    }

    [Fact]
    public void Half_a_penny_of_a_discount_goes_to_the_customer()
    {
        var tariff = A.Tariff() with { BaseFare = 505, MinimumFare = 0 };
        var parked = A.Leg(meters: 0, seconds: 0);

        // 15 % of 1010 is 151.5.
        Assert.Equal(-152, PriceEngine.Return(tariff, parked, parked).Breakdown.ReturnDiscount);
    }

    [Theory]
    [InlineData(2, 1)]
    [InlineData(50, 13)]
    [InlineData(1250, 313)]
    [InlineData(1, 0)]
    [InlineData(3, 1)]
    public void Half_a_penny_of_driving_time_is_rounded_up(int seconds, long pence)
    {
        // 15 pence a minute: a quarter of a penny a second, so these are 0.5, 12.5, 312.5, and 0.25 and 0.75 beside them.
        Assert.Equal(pence, PriceEngine.OneWay(A.Tariff(VehicleClass.Executive), A.Leg(seconds: seconds)).Breakdown.TimeCharge);
    }

    [Theory]
    [InlineData(VehicleClass.Standard, 25_146, 1563)]
    [InlineData(VehicleClass.Executive, 16_764, 1563)]
    [InlineData(VehicleClass.Executive, 83_820, 7813)]
    [InlineData(VehicleClass.Executive, 83_819, 7812)]
    public void Half_a_penny_of_distance_is_rounded_up(VehicleClass vehicleClass, int meters, long pence)
    {
        // 25,146 m at 100 a mile are 1562.5 pence; 16,764 m and 83,820 m at 150 a mile are 1562.5 and 7812.5.
        Assert.Equal(pence, PriceEngine.OneWay(A.Tariff(vehicleClass), A.Leg(meters: meters)).Breakdown.DistanceCharge);
    }

    [Fact]
    public void What_is_missing_to_the_minimum_fare_is_a_line_of_its_own()
    {
        var tariff = A.Tariff() with { BaseFare = 200, MinimumFare = 700 };

        var fare = PriceEngine.OneWay(tariff, A.Leg(meters: 1609, seconds: 60)).Breakdown;

        Assert.Equal(new FareBreakdown { BaseFare = 200, DistanceCharge = 100, TimeCharge = 10, MinimumFareAdjustment = 390 }, fare);
        Assert.Equal(700, fare.Total);
    }

    [Fact]
    public void The_minimum_fare_holds_for_each_leg_of_a_return_before_its_discount()
    {
        var tariff = A.Tariff() with { BaseFare = 0, MinimumFare = 500 };
        var near = A.Leg(meters: 0, seconds: 60);
        var far = A.Leg(meters: 16093, seconds: 1200);

        var fare = PriceEngine.Return(tariff, near, far);

        Assert.Equal([500, 1200], fare.Legs.Select(leg => leg.Total));
        Assert.Equal(490, fare.Breakdown.MinimumFareAdjustment);
        Assert.Equal(1445, fare.Breakdown.Total);
    }
}
