using Microsoft.DurableTask;
using Nots.Application.Bookings;
using Nots.Application.Common;
using Nots.Application.Payments;
using Nots.Domain.Bookings;
using Nots.Domain.Common;

namespace Nots.Application.Lifecycle.Activities;

/// <summary>
/// Ends the wait for a card payment. The PaymentIntent is cancelled first; the booking is released only when the card processor
/// says that it is cancelled, since it may have succeeded in that second.
/// </summary>
[DurableTask(Name)]
public sealed class ReleaseUnpaidActivity(IBookingStore bookings, BookingWriter writer, IPaymentGateway gateway, TimeProvider time)
    : TimedActivity<string, bool>(time)
{
    public const string Name = "booking-release-unpaid";

    /// <returns>Whether the booking no longer waits.</returns>
    public override async Task<bool> RunAsync(string input, CancellationToken cancellationToken)
    {
        var booking = await bookings.RequireAsync(BookingId.Parse(input), cancellationToken);
        if (booking.Status != BookingStatus.Pending)
            return true;
        GatewayIntent? intent = null;
        if (booking.Payment.IntentId is { } intentId)
        {
            intent = await gateway.CancelIntentAsync(intentId, $"{booking.Id}:cancel-intent", cancellationToken);
            if (intent.State is not (GatewayIntentState.Canceled or GatewayIntentState.Succeeded))
                return false;
        }
        var outcome = await writer.ChangeQuietlyAsync(booking.Id, current => Task.FromResult(Decide(current, intent)), cancellationToken);
        return outcome.Succeeded && outcome.Value.Status != BookingStatus.Pending;
    }

    private Result<BookingEdit> Decide(Booking current, GatewayIntent? intent)
    {
        if (current.Status != BookingStatus.Pending)
            return BookingEdit.Nothing;
        // An intent was opened since we looked: that one has to be cancelled first.
        if (current.Payment.IntentId != intent?.IntentId)
            return BookingEdit.Nothing;
        if (intent is { State: GatewayIntentState.Succeeded })
        {
            return current.PaymentSucceeded(intent.AmountReceivedPence, intent.IntentId, Time.GetUtcNow()) is { } paid
                ? BookingEdit.Of(paid)
                : BookingEdit.Nothing;
        }
        return current.ReleaseUnpaid(Time.GetUtcNow()).Then<BookingEdit>(change => BookingEdit.Of(change));
    }
}
