using Nots.Domain.Bookings;
using Nots.Domain.Common;

namespace Nots.Domain.Tests.Bookings;

public sealed class AssignmentTests
{
    private static readonly DateTimeOffset Later = A.Now.AddHours(1);

    [Fact]
    public void The_job_has_its_driver_its_vehicle_and_who_gave_it_when()
    {
        var change = A.Confirmed().Assign(A.Driver(), A.Vehicle(), A.Dispatcher, Later).Value;

        Assert.Equal(AllocatedDriver.From(A.Driver()), change.Booking.Driver);
        Assert.Equal(AllocatedVehicle.From(A.Vehicle()), change.Booking.Vehicle);
        Assert.Equal((A.Dispatcher, Later), (change.Booking.DispatchedBy, change.Booking.AssignedAt));
        Assert.Equal(
            new Dictionary<string, string>
            {
                ["driverId"] = "driver_1",
                ["vehicleId"] = "vehicle_1",
                ["licenceNumber"] = "PHD-100",
                ["registration"] = "HF24 NTS",
                ["plateNumber"] = "P-77",
                ["notifyDriver"] = "true",
            },
            change.Event.Facts);
    }

    [Fact]
    public void A_driver_who_knows_already_need_not_be_told() => Assert.Equal(
        "false", A.Confirmed().Assign(A.Driver(), A.Vehicle(), A.Dispatcher, Later, notifyDriver: false).Value.Event.Facts["notifyDriver"]);

    [Fact]
    public void A_job_given_to_another_driver_names_the_one_before()
    {
        var change = A.Assigned().Assign(A.Driver("driver_2"), A.Vehicle("vehicle_2"), A.Dispatcher, Later).Value;

        Assert.Equal((DriverId.Parse("driver_2"), VehicleId.Parse("vehicle_2"), Later), (change.Booking.Driver?.DriverId, change.Booking.Vehicle?.VehicleId, change.Booking.AssignedAt));
        Assert.Equal(("driver_1", "dan@example.com"), (change.Event.Facts["insteadOf"], change.Event.Facts["insteadOfEmail"]));
    }

    [Fact]
    public void A_driver_taken_off_leaves_nothing_behind()
    {
        var change = A.Assigned().Unassign("Ill", A.Dispatcher, Later).Value;

        Assert.Equal(A.Confirmed() with { Timeline = change.Booking.Timeline }, change.Booking with { Fare = A.Confirmed().Fare });
        Assert.Equal(
            new Dictionary<string, string>
            {
                ["driverId"] = "driver_1",
                ["driverEmail"] = "dan@example.com",
                ["vehicleId"] = "vehicle_1",
                ["reason"] = "Ill",
            },
            change.Event.Facts);
    }

    [Fact]
    public void Only_what_is_given_is_amended()
    {
        var booking = A.Confirmed() with { PickupInstructions = "Front", InternalNotes = "VIP" };

        var change = booking.Amend("Back", null, A.Dispatcher, Later).Value;

        Assert.Equal(("Back", "VIP", "pickupInstructions"), (change.Booking.PickupInstructions, change.Booking.InternalNotes, change.Event.Facts["fields"]));
        Assert.Equal("", booking.Amend("", null, A.Dispatcher, Later).Done().PickupInstructions);
        Assert.Equal("pickupInstructions,internalNotes", booking.Amend("a", "b", A.Dispatcher, Later).Value.Event.Facts["fields"]);
    }

    [Fact]
    public void A_moved_pick_up_keeps_the_fare_and_the_driver()
    {
        var change = A.Assigned().ChangePickupTime(A.PickupAt.AddHours(1), A.Dispatcher, Later).Value;

        Assert.Equal(A.PickupAt.AddHours(1), change.Booking.Journey.PickupAt);
        Assert.Equal((1228L, DriverId.Parse("driver_1")), (change.Booking.Payment.Amount, change.Booking.Driver?.DriverId));
        Assert.Equal("2026-12-10T15:30:00.0000000+00:00", change.Event.Facts["to"]);
    }

    [Theory]
    [InlineData(220, true)]
    [InlineData(221, false)]
    public void The_way_out_must_be_over_before_the_way_back(int minutes, bool accepted)
    {
        var result = A.Confirmed(A.ReturnJourney()).ChangePickupTime(A.PickupAt.AddMinutes(minutes), A.Dispatcher, Later);

        Assert.Equal(accepted, result.Succeeded);
        Assert.Equal(accepted ? null : "The way out would end after the way back begins.", result.Refusal?.Message);
        Assert.Equal(accepted ? null : ErrorCode.InvalidRequest, result.Refusal?.Code);
    }
}
