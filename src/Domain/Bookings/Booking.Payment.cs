using System.Globalization;
using Nots.Domain.Common;

namespace Nots.Domain.Bookings;

/// <content>Money in, and money back.</content>
public sealed partial record Booking
{
    /// <summary>
    /// Notes the PaymentIntent that the customer is to confirm; no event, since nothing has happened yet. A booking that no longer
    /// waits for its payment stays as it is: the intent that was paid is the one to refund.
    /// </summary>
    public Booking WithIntent(string intentId) => Status == BookingStatus.Pending
        ? this with { Payment = Payment with { IntentId = intentId } }
        : this;

    /// <summary>
    /// The card was charged. A booking that was waiting is confirmed; one that was cancelled in the meantime owes all of it back.
    /// Null when this is known already.
    /// </summary>
    /// <param name="amount">Received, pence.</param>
    /// <param name="intentId">Stripe's.</param>
    /// <param name="now">UTC.</param>
    public BookingChange? PaymentSucceeded(long amount, string intentId, DateTimeOffset now)
    {
        if (!Payment.Open && Payment.Status != PaymentStatus.Cancelled)
            return null;
        if (amount != Payment.Amount)
        {
            return Timeline.Any(entry => entry.Event == BookingEventType.PaymentMismatch)
                ? null
                : Record(BookingEventType.PaymentMismatch, Actor.Stripe, now, ("amount", Text(amount)), ("expected", Text(Payment.Amount)));
        }
        var paid = this with { Payment = Payment with { Status = PaymentStatus.Completed, IntentId = intentId } };
        if (Status == BookingStatus.Pending)
        {
            return (paid with { Status = BookingStatus.Confirmed, HeldUntil = null })
                .Record(BookingEventType.Confirmed, Actor.Stripe, now, ("paymentIntentId", intentId), ("amount", Text(amount)));
        }
        if (Cancellation is { } cancellation)
            paid = paid with { Cancellation = cancellation with { RefundAmount = amount, RefundStatus = RefundStatus.Pending } };
        return paid.Record(BookingEventType.PaymentCompleted, Actor.Stripe, now, ("paymentIntentId", intentId), ("amount", Text(amount)));
    }

    /// <summary>A try to charge the card failed; another may follow while the booking is held. Null when it no longer matters.</summary>
    public BookingChange? PaymentFailed(string? reason, DateTimeOffset now) =>
        Status == BookingStatus.Pending && Payment.Open
            ? (this with { Payment = Payment with { Status = PaymentStatus.Failed } })
                .Record(BookingEventType.PaymentFailed, Actor.Stripe, now, ("reason", reason))
            : null;

    /// <summary>The PaymentIntent can no longer be paid. Null when the payment was not open.</summary>
    public BookingChange? PaymentCancelled(DateTimeOffset now) =>
        Payment.Open
            ? (this with { Payment = Payment with { Status = PaymentStatus.Cancelled } })
                .Record(BookingEventType.PaymentCancelled, Actor.System, now)
            : null;

    /// <summary>
    /// Gives up on a booking whose PaymentIntent was cancelled at the end of its hold. Refused when it is not waiting for payment.
    /// </summary>
    public Result<BookingChange> ReleaseUnpaid(DateTimeOffset now)
    {
        if (Status != BookingStatus.Pending)
            return Refuse("released for want of payment");
        var released = this with
        {
            Status = BookingStatus.Cancelled,
            HeldUntil = null,
            Payment = Payment with { Status = PaymentStatus.Cancelled },
            Cancellation = new Cancellation(
                CancellationCause.PaymentTimeout, "The payment was not made in time.", Actor.System, now, 0, RefundStatus.NotRequired),
        };
        return released.Record(BookingEventType.Cancelled, Actor.System, now, ("cause", Wire.Name(CancellationCause.PaymentTimeout)));
    }

    /// <summary>
    /// Money went back to the customer. Null when this is known already, or when the fare has not been received: what went back
    /// then was no part of it, such as a charge of a wrong amount.
    /// </summary>
    /// <param name="total">All refunds of this payment together, pence.</param>
    /// <param name="refundId">The last refund's id, where known.</param>
    /// <param name="now">UTC.</param>
    /// <exception cref="ArgumentOutOfRangeException">More went back than was received.</exception>
    public BookingChange? Refunded(long total, string? refundId, DateTimeOffset now)
    {
        if (!Payment.Received || total <= Payment.Refunded)
            return null;
        ArgumentOutOfRangeException.ThrowIfGreaterThan(total, Payment.Amount);
        var refunded = this with { Payment = Payment.AfterRefunds(total, refundId) };
        if (Cancellation is { RefundStatus: RefundStatus.Pending or RefundStatus.Failed } cancellation && total >= cancellation.RefundTotal)
            refunded = refunded with { Cancellation = cancellation with { RefundStatus = RefundStatus.Succeeded } };
        return refunded.Record(
            BookingEventType.Refunded, Actor.Stripe, now, ("amount", Text(total - Payment.Refunded)), ("total", Text(total)), ("refundId", refundId));
    }

    /// <summary>The card processor could not pay back what a cancellation owes; staff must. Null when this is known already.</summary>
    public BookingChange? RefundFailed(string? reason, DateTimeOffset now) =>
        Cancellation is { RefundStatus: RefundStatus.Pending } cancellation
            ? (this with { Cancellation = cancellation with { RefundStatus = RefundStatus.Failed } })
                .Record(BookingEventType.RefundFailed, Actor.Stripe, now, ("reason", reason))
            : null;

    /// <summary>The customer's bank disputes the charge: for the dispatchers' eyes; the journey goes on.</summary>
    public BookingChange Disputed(long amount, string? reason, DateTimeOffset now) =>
        Record(BookingEventType.PaymentDisputed, Actor.Stripe, now, ("amount", Text(amount)), ("reason", reason));

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
