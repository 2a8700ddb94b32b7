using Microsoft.Extensions.Logging;
using Nots.Application.Bookings;
using Nots.Application.Common;
using Nots.Domain.Bookings;
using Nots.Domain.Common;

namespace Nots.Application.Payments;

/// <summary>Lets what happened at the card processor have its effect, once, however often and in whatever order it is told.</summary>
public sealed class HandlePaymentEvent(IBookingStore bookings, BookingWriter writer, TimeProvider time, ILogger<HandlePaymentEvent> logger)
{
    private static readonly TimeSpan SeenFor = TimeSpan.FromDays(30);

    /// <returns>Whether anything changed.</returns>
    /// <exception cref="ExternalServiceException">The event came before the one that it builds on; it must be told again.</exception>
    public async Task<bool> ExecuteAsync(PaymentEvent paymentEvent, CancellationToken cancellationToken)
    {
        if (paymentEvent.Kind == PaymentEventKind.Other)
            return false;
        // What is in an intent's metadata came from outside: it need not be an id.
        var named = EntityId.Find<BookingId>(paymentEvent.BookingId)
            ?? (paymentEvent.IntentId is { } intentId ? await bookings.FindIdByIntentAsync(intentId, cancellationToken) : null);
        if (named is not { } bookingId)
        {
            logger.LogWarning("Payment event {EventId} is about no booking of ours", paymentEvent.EventId);
            return false;
        }
        var changed = false;
        var outcome = await writer.ChangeAsync(
            bookingId,
            booking =>
            {
                var change = Apply(booking, paymentEvent);
                changed = change is not null;
                return Task.FromResult<Result<BookingEdit>>(change is null ? BookingEdit.Nothing : Edit(change, paymentEvent));
            },
            cancellationToken);
        if (!outcome.Succeeded)
            logger.LogWarning("Payment event {EventId} for {BookingId} had no effect: {Reason}", paymentEvent.EventId, bookingId, outcome.Refusal.Message);
        return changed && outcome.Succeeded;
    }

    private BookingEdit Edit(BookingChange change, PaymentEvent paymentEvent) => BookingEdit.Of(
        change,
        transaction => transaction.Add(new StripeEventSeen { EventId = paymentEvent.EventId, ExpiresAt = time.GetUtcNow() + SeenFor }),
        outcome => outcome.LostOver<StripeEventSeen>() ? true : null);

    private BookingChange? Apply(Booking booking, PaymentEvent paymentEvent)
    {
        // The intent must be the booking's: metadata alone is no proof of which money it is.
        if (booking.Payment.IntentId is { } own && paymentEvent.IntentId is { } intent && own != intent)
        {
            logger.LogError("Payment event {EventId} names booking {BookingId} and a PaymentIntent that is not its own", paymentEvent.EventId, booking.Id);
            return null;
        }
        var now = time.GetUtcNow();
        // So many cents are not so many pence: another currency is a wrong amount, whatever the number.
        var amount = paymentEvent.Currency is null || paymentEvent.Currency == booking.Payment.Currency ? paymentEvent.AmountPence : 0;
        return paymentEvent.Kind switch
        {
            PaymentEventKind.Succeeded when paymentEvent.IntentId is { } paid => booking.PaymentSucceeded(amount, paid, now),
            PaymentEventKind.Failed => booking.PaymentFailed(paymentEvent.Reason, now),
            PaymentEventKind.Canceled => Cancelled(booking, now),
            PaymentEventKind.Refunded when booking.Payment is { Open: true, IntentId: not null } && booking.Status == BookingStatus.Pending =>
                throw new ExternalServiceException("Stripe", "told of a refund before it told of the payment", transient: true),
            PaymentEventKind.Refunded => booking.Refunded(amount, null, now),
            PaymentEventKind.Disputed => booking.Disputed(paymentEvent.AmountPence, paymentEvent.Reason, now),
            _ => null,
        };
    }

    /// <summary>A cancelled intent ends the wait for money: the booking is released at once rather than at the hold's end.</summary>
    private static BookingChange? Cancelled(Booking booking, DateTimeOffset now) =>
        booking.Status == BookingStatus.Pending && booking.ReleaseUnpaid(now) is { Succeeded: true } released
            ? released.Value
            : booking.PaymentCancelled(now);
}
