using Nots.Domain.Common;

namespace Nots.Domain.Bookings;

/// <content>Calling it off.</content>
public sealed partial record Booking
{
    /// <summary>
    /// Calls the booking off. What goes back is the policy's share of what was received, unless somebody who may has said
    /// otherwise. An open payment stays open until the card processor has cancelled it.
    /// </summary>
    /// <param name="reason">As given.</param>
    /// <param name="policy">In force.</param>
    /// <param name="refundOverride">Pence to pay back whatever the policy says; null to follow it.</param>
    /// <param name="by">Who cancels.</param>
    /// <param name="now">UTC.</param>
    public Result<BookingChange> Cancel(string? reason, CancellationPolicy policy, long? refundOverride, Actor by, DateTimeOffset now)
    {
        if (Ended)
            return Refuse("cancelled");
        if (refundOverride is { } asked && (asked < 0 || asked > Payment.Refundable))
            return Refusal.Invalid($"The refund must be from 0 to what was paid and not yet refunded: {Payment.Refundable} pence.");
        var due = refundOverride ?? Money.Percent(Payment.Refundable, policy.RefundPercent(this, now));
        var cancelled = this with
        {
            Status = BookingStatus.Cancelled,
            HeldUntil = null,
            Cancellation = new Cancellation(
                CancellationCause.Requested, reason, by, now, due, due > 0 ? RefundStatus.Pending : RefundStatus.NotRequired)
            {
                RefundedBefore = Payment.Refunded,
            },
        };
        return cancelled.Record(
            BookingEventType.Cancelled, by, now,
            ("cause", Wire.Name(CancellationCause.Requested)), ("reason", reason), ("refundAmount", Text(due)),
            ("override", refundOverride is null ? null : "true"), ("from", Wire.Name(Status)));
    }
}
