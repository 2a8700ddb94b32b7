using Nots.Domain.Bookings;
using Nots.Domain.Common;

namespace Nots.Domain.Tests.Bookings;

public sealed class LegalRecordTests
{
    [Fact]
    public void It_has_what_the_law_asks_for()
    {
        var booking = A.Assigned();

        var record = LegalRecord.Of(booking);

        Assert.Equal(
            new LegalRecord
            {
                BookingId = BookingId.Parse("booking_1"),
                Reference = "NOTS-7K3M9Q",
                BookedAt = A.Now,
                BookedBy = A.Customer,
                Hirer = "Ada Byron",
                PickupAt = A.PickupAt,
                PickupPlace = "Bournemouth Railway Station",
                Destination = "Poole Harbour",
                AgreedFare = 1228,
                Driver = AllocatedDriver.From(A.Driver()),
                Vehicle = AllocatedVehicle.From(A.Vehicle()),
                AllocatedAt = A.Now,
                DispatchedBy = A.Dispatcher,
                Variations = record.Variations,
                Outcome = null,
                SealedAt = null,
            },
            record);
        Assert.Empty(record.Variations);
        Assert.Equal(("PHD-100", "HF24 NTS", "P-77"), (record.Driver.LicenceNumber, record.Vehicle.Registration, record.Vehicle.PlateNumber));
    }

    [Fact]
    public void What_changed_after_the_booking_was_taken_is_a_variation()
    {
        var at = A.Now.AddHours(1);
        var booking = A.Assigned()
            .ChangePickupTime(A.PickupAt.AddHours(1), A.Dispatcher, at).Done()
            .Amend("Side door", null, A.Dispatcher, at).Done()
            .Unassign("Ill", A.Dispatcher, at).Done()
            .Assign(A.Driver("driver_2"), A.Vehicle("vehicle_2"), A.Dispatcher, at).Done();

        var record = LegalRecord.Of(booking);

        Assert.Equal(
            [
                "2026-12-08 15:30:00Z pickup_time_changed", "2026-12-08 15:30:00Z amended", "2026-12-08 15:30:00Z driver_unassigned",
                "2026-12-08 15:30:00Z driver_assigned",
            ],
            record.Variations);
        Assert.Equal((A.PickupAt.AddHours(1), DriverId.Parse("driver_2"), at), (record.PickupAt, record.Driver.DriverId, record.AllocatedAt));
    }

    [Fact]
    public void A_job_handed_straight_to_another_driver_is_a_variation()
    {
        var booking = A.Assigned().Assign(A.Driver("driver_2"), A.Vehicle("vehicle_2"), A.Dispatcher, A.Now.AddHours(1)).Done();

        Assert.Equal(["2026-12-08 15:30:00Z driver_assigned"], LegalRecord.Of(booking).Variations);
    }

    [Fact]
    public void Sealed_it_says_how_and_when_the_journey_ended()
    {
        var record = LegalRecord.Of(A.NoShow());

        Assert.Equal((null, null), (record.Outcome, record.SealedAt));
        Assert.Equal(record with { Outcome = BookingStatus.NoShow, SealedAt = A.PickupAt }, record.Seal(BookingStatus.NoShow, A.PickupAt));
    }

    [Fact]
    public void It_has_the_version_of_the_booking_that_it_tells_of() => Assert.Equal(7, LegalRecord.Of(A.Assigned() with { Version = 7 }).Version);

    [Fact]
    public void Without_a_driver_there_is_nothing_to_record()
    {
        Assert.Contains("booking_1", Assert.Throws<InvalidOperationException>(() => LegalRecord.Of(A.Confirmed())).Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => LegalRecord.Of(A.Assigned().Unassign("Ill", A.Dispatcher, A.Now).Done()));
    }
}
