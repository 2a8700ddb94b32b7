using Nots.Domain.Common;
using Nots.Domain.Quotes;

namespace Nots.Domain.Dispatch;

/// <summary>
/// What a driver or a vehicle is allocated to on one London day. Written in the same transaction as the assignment and
/// conditional on its version: this is what makes double-booking impossible.
/// </summary>
public sealed record AllocationDay : Entity
{
    /// <summary>A driver's or a vehicle's id.</summary>
    public required string OwnerId { get; init; }

    /// <summary>The London calendar day.</summary>
    public required DateOnly Day { get; init; }

    public IReadOnlyList<Allocation> Allocations { get; init; } = [];

    public AllocationDay With(BookingId bookingId, IEnumerable<TimeSlot> slots) =>
        this with { Allocations = [.. Without(bookingId).Allocations, .. slots.Select(slot => new Allocation(bookingId, slot))] };

    public AllocationDay Without(BookingId bookingId) =>
        this with { Allocations = [.. Allocations.Where(allocation => allocation.BookingId != bookingId)] };
}
