namespace Nots.Domain.Bookings;

public enum PaymentStatus
{
    Pending,
    Processing,
    Completed,

    /// <summary>The last try failed; another may be made while the booking is held.</summary>
    Failed,

    Cancelled,
    PartiallyRefunded,
    Refunded,

    /// <summary>Cash or account.</summary>
    NotRequired,
}
