namespace Nots.Domain.Bookings;

public enum CancellationCause
{
    /// <summary>By the customer, or by staff for them.</summary>
    Requested,

    /// <summary>The card was not paid before the hold ended.</summary>
    PaymentTimeout,
}
