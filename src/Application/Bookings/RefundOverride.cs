using Nots.Domain.Bookings;

namespace Nots.Application.Bookings;

/// <summary>What goes back to the customer whatever the policy says: all, or an amount.</summary>
/// <param name="Amount">Pence; null for all that can be paid back.</param>
public sealed record RefundOverride(long? Amount)
{
    public long Of(Booking booking) => Amount ?? booking.Payment.Refundable;
}
