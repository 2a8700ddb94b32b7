using Nots.Domain.Bookings;
using Nots.Domain.Common;
using Nots.Domain.Dispatch;
using Nots.Domain.Quotes;

namespace Nots.Domain.Tests.Dispatch;

/// <summary>The journey is 14:30 to 14:50 and the travel buffer 15 minutes.</summary>
public sealed class OverlapGateTests
{
    [Theory]
    [InlineData(-75, -15)]
    [InlineData(35, 60)]
    [InlineData(-1440, -1380)]
    public void A_job_just_a_travel_buffer_away_does_not_clash(int fromMinutes, int toMinutes)
    {
        var slot = Slot(fromMinutes, toMinutes);

        DriverWith(new Allocation(BookingId.Parse("booking_2"), slot)).IsTaken();
        VehicleWith(new Allocation(BookingId.Parse("booking_2"), slot)).IsTaken();
    }

    [Theory]
    [InlineData(-75, -14)]
    [InlineData(34, 60)]
    [InlineData(5, 10)]
    [InlineData(-60, 60)]
    [InlineData(0, 20)]
    public void A_job_nearer_than_the_travel_buffer_clashes(int fromMinutes, int toMinutes)
    {
        var slot = Slot(fromMinutes, toMinutes);

        DriverWith(new Allocation(BookingId.Parse("booking_2"), slot)).IsRefusedOnlyBy(Gate.DriverOverlappingJob);
        VehicleWith(new Allocation(BookingId.Parse("booking_2"), slot)).IsRefusedOnlyBy(Gate.VehicleOverlappingJob);
    }

    [Fact]
    public void The_bookings_own_allocation_does_not_clash_with_it() => DriverWith(new Allocation(BookingId.Parse("booking_1"), Slot(0, 20))).IsTaken();

    // The ways are 14:30 to 14:50 and 18:30 to 18:50.
    [Fact]
    public void Between_the_ways_of_a_return_the_driver_is_free() =>
        DriverWith(new Allocation(BookingId.Parse("booking_2"), Slot(35, 225))).IsTaken(Return());

    [Theory]
    [InlineData(34, 100)]
    [InlineData(100, 226)]
    [InlineData(274, 300)]
    [InlineData(245, 250)]
    public void Both_ways_of_a_return_clash(int fromMinutes, int toMinutes) =>
        DriverWith(new Allocation(BookingId.Parse("booking_2"), Slot(fromMinutes, toMinutes))).IsRefusedOnlyBy(Gate.DriverOverlappingJob, Return());

    [Fact]
    public void Every_allocation_is_looked_at()
    {
        var free = new Allocation(BookingId.Parse("booking_2"), Slot(-300, -200));
        var clash = new Allocation(BookingId.Parse("booking_3"), Slot(10, 30));

        DriverWith(free, clash).IsRefusedOnlyBy(Gate.DriverOverlappingJob);
    }

    [Fact]
    public void The_verdict_says_which_job_is_in_the_way()
    {
        var candidate = DriverWith(new Allocation(BookingId.Parse("booking_2"), Slot(10, 30)));

        var verdict = DispatchGates.Evaluate(A.Confirmed(), candidate, A.DispatchRules).Single(verdict => !verdict.Passed);

        Assert.Equal("The driver has a job from 2026-12-10 14:40:00Z to 2026-12-10 15:00:00Z (booking_2).", verdict.Reason);
    }

    private static Booking Return() => A.Confirmed(A.ReturnJourney());

    private static TimeSlot Slot(int fromMinutes, int toMinutes) => new(A.PickupAt.AddMinutes(fromMinutes), A.PickupAt.AddMinutes(toMinutes));

    private static Candidate DriverWith(params Allocation[] allocations) => A.Candidate() with { DriverAllocations = allocations };

    private static Candidate VehicleWith(params Allocation[] allocations) => A.Candidate() with { VehicleAllocations = allocations };
}
