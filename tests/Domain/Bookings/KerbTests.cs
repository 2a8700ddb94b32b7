using Nots.Domain.Bookings;
using Nots.Domain.Common;
using Nots.Domain.Places;

namespace Nots.Domain.Tests.Bookings;

/// <summary>The arrival, the waiting, and the passenger who does not come.</summary>
public sealed class KerbTests
{
    /// <summary>Degrees of latitude in a metre on the mean sphere.</summary>
    private const double Meter = 180 / (Math.PI * 6_371_008.8);

    [Theory]
    [InlineData(0)]
    [InlineData(99.999)]
    public void Within_100_m_of_the_pick_up_counts_as_arrived(double meters)
    {
        var arrived = Arrive(North(meters)).Done();

        Assert.Equal((BookingStatus.InProgress, JourneyProgress.Arrived), (arrived.Status, arrived.Progress));
        Assert.Equal(A.PickupAt, arrived.ArrivedAt);
    }

    [Theory]
    [InlineData(100.001, "100")]
    [InlineData(5000, "5000")]
    public void Farther_away_is_refused_with_the_distance(double meters, string distance)
    {
        var refusal = Assert.IsType<Refusal>(Arrive(North(meters)).Refusal);

        Assert.Equal(ErrorCode.Conflict, refusal.Code);
        Assert.Equal(("in_progress", distance), (refusal.Facts!["status"], refusal.Facts["distanceMeters"]));
    }

    // Of nothing, so that the distance is the radius to the last bit.
    [Fact]
    public void The_radius_itself_counts() => Assert.True(A.EnRoute().Report(
        JourneyProgress.Arrived, A.Station.Coordinates, A.Rules with { ArrivalRadiusMeters = 0 }, A.AtTheWheel, A.PickupAt).Succeeded);

    [Fact]
    public void Without_a_position_the_driver_is_believed() => Assert.True(Arrive(null).Succeeded);

    [Fact]
    public void A_position_that_is_nowhere_is_not_near() => Assert.False(Arrive(new Coordinates(double.NaN, 0)).Succeeded);

    [Fact]
    public void Only_the_arrival_is_measured()
    {
        var far = North(50_000);

        Assert.True(A.Assigned().Report(JourneyProgress.EnRoute, far, A.Rules, A.AtTheWheel, A.PickupAt).Succeeded);
        Assert.True(A.Onboard().Report(JourneyProgress.Completed, far, A.Rules, A.AtTheWheel, A.PickupAt).Succeeded);
    }

    [Theory]
    [InlineData(-40, 15)]
    [InlineData(0, 15)]
    [InlineData(10, 25)]
    public void The_free_waiting_runs_from_the_agreed_time_or_a_later_arrival(int arrivedMinutes, int freeUntilMinutes)
    {
        var arrived = A.EnRoute().Step(JourneyProgress.Arrived, A.PickupAt.AddMinutes(arrivedMinutes));
        var end = A.PickupAt.AddMinutes(freeUntilMinutes);

        Assert.Equal(end, arrived.FreeWaitingEnds(A.Rules));
        TooEarly(arrived, end.AddTicks(-1), end);
        Assert.Equal(BookingStatus.NoShow, arrived.Step(JourneyProgress.NoShow, end).Status);
    }

    [Fact]
    public void At_an_airport_45_minutes_are_free()
    {
        var arrived = A.EnRoute(A.Journey() with { Pickup = A.Airport }).Step(JourneyProgress.Arrived, A.PickupAt);
        var end = A.PickupAt.AddMinutes(45);

        TooEarly(arrived, end.AddTicks(-1), end);
        Assert.Equal((BookingStatus.NoShow, JourneyProgress.NoShow), Of(arrived.Step(JourneyProgress.NoShow, end)));
    }

    [Fact]
    public void A_drop_off_at_an_airport_waits_no_longer() =>
        Assert.Equal(A.PickupAt.AddMinutes(15), A.Arrived(A.Journey() with { Dropoff = A.Airport }).FreeWaitingEnds(A.Rules));

    [Fact]
    public void A_no_show_brings_nothing_back()
    {
        var noShow = A.NoShow();

        Assert.Equal((PaymentStatus.Completed, 0L), (noShow.Payment.Status, noShow.Payment.Refunded));
        Assert.Null(noShow.Cancellation);
    }

    [Fact]
    public void Nobody_waits_before_the_arrival() => Assert.Null(A.EnRoute().FreeWaitingEnds(A.Rules));

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(900, 0)]
    [InlineData(959, 0)]
    [InlineData(960, 1)]
    [InlineData(1620, 12)]
    public void Waiting_beyond_the_free_time_is_charged_by_whole_minutes(int onboardSeconds, int minutes) =>
        Assert.Equal(
            minutes, A.Arrived().Step(JourneyProgress.Onboard, A.PickupAt.AddSeconds(onboardSeconds)).ChargeableWaitingMinutes(A.Rules));

    [Fact]
    public void Nothing_is_charged_for_waiting_before_the_passengers_are_in() => Assert.Equal(0, A.Arrived().ChargeableWaitingMinutes(A.Rules));

    [Fact]
    public void Extras_are_added_line_by_line_and_leave_the_fare_alone()
    {
        var tolls = new Extra(ExtraKind.Tolls, 250, "Sandbanks ferry");
        var parking = new Extra(ExtraKind.Parking, 400, "Short stay");

        var booking = A.Completed().WithExtras(tolls).WithExtras(parking);

        Assert.Equal([tolls, parking], booking.Extras);
        Assert.Equal((1228L, 1228L), (booking.Payment.Amount, booking.Fare.Breakdown.Total));
    }

    private static void TooEarly(Booking booking, DateTimeOffset at, DateTimeOffset freeUntil)
    {
        var refusal = Assert.IsType<Refusal>(booking.Report(JourneyProgress.NoShow, null, A.Rules, A.AtTheWheel, at).Refusal);

        Assert.Equal(ErrorCode.Conflict, refusal.Code);
        Assert.Equal("in_progress", refusal.Facts!["status"]);
        Assert.Equal(freeUntil, DateTimeOffset.Parse(refusal.Facts["freeWaitingEnds"], null));
    }

    private static (BookingStatus, JourneyProgress?) Of(Booking booking) => (booking.Status, booking.Progress);

    private static Coordinates North(double meters) =>
        A.Station.Coordinates with { Latitude = A.Station.Coordinates.Latitude + (meters * Meter) };

    private static Result<BookingChange> Arrive(Coordinates? position) =>
        A.EnRoute().Report(JourneyProgress.Arrived, position, A.Rules, A.AtTheWheel, A.PickupAt);
}
