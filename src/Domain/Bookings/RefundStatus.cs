namespace Nots.Domain.Bookings;

public enum RefundStatus
{
    /// <summary>Nothing is due.</summary>
    NotRequired,

    /// <summary>Due, and not yet answered by the card processor.</summary>
    Pending,

    Succeeded,
    Failed,
}
