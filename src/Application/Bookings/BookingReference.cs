using Nots.Domain.Common;

namespace Nots.Application.Bookings;

/// <summary>That a reference belongs to a booking: stored so that no two bookings share one.</summary>
public sealed record BookingReference : Entity
{
    public required string Reference { get; init; }

    public required BookingId BookingId { get; init; }
}
