using Nots.Domain.Common;

namespace Nots.Domain.Bookings;

/// <summary>
/// What a private-hire operator must write down before a journey starts, and keep (Local Government (Miscellaneous Provisions)
/// Act 1976, s. 56, and the licensing authority's conditions). Sealed when the journey is over.
/// </summary>
public sealed record LegalRecord : Entity
{
    public required BookingId BookingId { get; init; }

    public required string Reference { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset BookedAt { get; init; }

    /// <summary>Who took the booking.</summary>
    public required Actor BookedBy { get; init; }

    public required string Hirer { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset PickupAt { get; init; }

    public required string PickupPlace { get; init; }

    public required string Destination { get; init; }

    /// <summary>Pence.</summary>
    public required long AgreedFare { get; init; }

    public required AllocatedDriver Driver { get; init; }

    public required AllocatedVehicle Vehicle { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset AllocatedAt { get; init; }

    /// <summary>Who dispatched it.</summary>
    public required Actor DispatchedBy { get; init; }

    /// <summary>What changed after the booking was taken, from its event record.</summary>
    public IReadOnlyList<string> Variations { get; init; } = [];

    /// <summary>How it ended: a booking status. Null until then.</summary>
    public BookingStatus? Outcome { get; init; }

    /// <summary>UTC; null until the journey is over. A sealed record is not changed again.</summary>
    public DateTimeOffset? SealedAt { get; init; }

    /// <summary>The record of a booking that has its driver and vehicle.</summary>
    /// <exception cref="InvalidOperationException">It has none.</exception>
    public static LegalRecord Of(Booking booking)
    {
        if (booking is not { Driver: { } driver, Vehicle: { } vehicle, AssignedAt: { } assignedAt, DispatchedBy: { } dispatchedBy })
            throw new InvalidOperationException($"Booking {booking.Id} has no driver and vehicle to put on record.");
        return new LegalRecord
        {
            BookingId = booking.Id,
            Reference = booking.Reference,
            BookedAt = booking.Timeline[0].At,
            BookedBy = booking.BookedBy,
            Hirer = booking.Customer.FullName,
            PickupAt = booking.Journey.PickupAt,
            PickupPlace = booking.Journey.Pickup.Address,
            Destination = booking.Journey.Dropoff.Address,
            AgreedFare = booking.Fare.Breakdown.Total,
            Driver = driver,
            Vehicle = vehicle,
            AllocatedAt = assignedAt,
            DispatchedBy = dispatchedBy,
            Variations = [.. VariationsOf(booking).Select(entry => $"{entry.At.UtcDateTime:u} {entry.Event}")],
            Version = booking.Version,
        };
    }

    /// <summary>The record as it is kept, now that the journey is over.</summary>
    public LegalRecord Seal(BookingStatus outcome, DateTimeOffset now) => this with { Outcome = outcome, SealedAt = now };

    // A first allocation changes nothing that was agreed; every later one does, also when nobody was taken off in between.
    private static IEnumerable<TimelineEntry> VariationsOf(Booking booking)
    {
        var first = booking.Timeline.FirstOrDefault(entry => entry.Event == BookingEventType.DriverAssigned);
        return booking.Timeline.Where(entry => entry.Event switch
        {
            BookingEventType.Amended or BookingEventType.PickupTimeChanged or BookingEventType.DriverUnassigned => true,
            BookingEventType.DriverAssigned => !ReferenceEquals(entry, first),
            _ => false,
        });
    }
}
