using Nots.Domain.Quotes;

namespace Nots.Domain.Tests.Quotes;

public sealed class JourneyTests
{
    [Fact]
    public void A_one_way_takes_the_driver_for_its_driving_and_waiting()
    {
        var journey = A.Journey() with { Outbound = A.Leg(seconds: 1230, waiting: 30) };

        Assert.Equal([new TimeSlot(A.PickupAt, A.PickupAt.AddMinutes(50).AddSeconds(30))], journey.Slots);
        Assert.Equal(A.PickupAt.AddMinutes(50).AddSeconds(30), journey.EstimatedEnd);
    }

    [Fact]
    public void A_return_takes_the_driver_twice_and_ends_with_the_way_back()
    {
        var journey = A.ReturnJourney();

        Assert.Equal(
            [
                new TimeSlot(A.PickupAt, A.PickupAt.AddMinutes(20)),
                new TimeSlot(A.PickupAt.AddHours(4), A.PickupAt.AddHours(4).AddMinutes(20)),
            ],
            journey.Slots);
        Assert.Equal(A.PickupAt.AddHours(4).AddMinutes(20), journey.EstimatedEnd);
    }

    [Theory]
    [InlineData(2, 20, 120)]
    [InlineData(2, 150, 150)]
    public void By_the_hour_the_driver_is_taken_for_the_hours_or_the_drive_if_that_is_longer(int hours, int driveMinutes, int takenMinutes)
    {
        var journey = A.Journey() with { Type = JourneyType.Hourly, Hours = hours, Outbound = A.Leg(seconds: driveMinutes * 60) };

        Assert.Equal([new TimeSlot(A.PickupAt, A.PickupAt.AddMinutes(takenMinutes))], journey.Slots);
    }

    [Fact]
    public void At_another_time_a_return_keeps_its_way_back()
    {
        var moved = A.ReturnJourney().At(A.PickupAt.AddHours(-1));

        Assert.Equal(A.PickupAt.AddHours(-1), moved.PickupAt);
        Assert.Equal(A.ReturnJourney().Inbound, moved.Inbound);
        Assert.Equal(A.ReturnJourney() with { Outbound = A.Leg(A.PickupAt.AddHours(-1)) }, moved);
    }

    [Fact]
    public void A_mile_is_1609_344_metres()
    {
        Assert.Equal(1000m, A.Leg(meters: 1_609_344).Miles);
        Assert.Equal(5.28m, Math.Round(A.Leg(meters: 8500).Miles, 2));
    }
}
