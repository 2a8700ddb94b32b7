namespace Nots.Domain.Bookings;

/// <summary>Where a booking stands.</summary>
public enum BookingStatus
{
    /// <summary>Made, waiting for the card payment.</summary>
    Pending,

    /// <summary>Paid, or to be paid in cash or on account; waiting for a driver.</summary>
    Confirmed,

    /// <summary>A driver and a vehicle are allocated.</summary>
    Assigned,

    /// <summary>The driver is on the way, waiting, or driving.</summary>
    InProgress,

    Completed,
    Cancelled,

    /// <summary>The passenger did not come.</summary>
    NoShow,
}
