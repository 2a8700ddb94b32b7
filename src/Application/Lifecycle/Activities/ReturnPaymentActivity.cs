using Microsoft.DurableTask;
using Nots.Application.Bookings;
using Nots.Application.Common;
using Nots.Application.Payments;
using Nots.Domain.Bookings;
using Nots.Domain.Common;

namespace Nots.Application.Lifecycle.Activities;

/// <summary>
/// Undoes the payment of a cancelled booking: an intent that can still be paid is cancelled, and what the cancellation owes is
/// refunded, once.
/// </summary>
[DurableTask(Name)]
public sealed class ReturnPaymentActivity(IBookingStore bookings, BookingWriter writer, IPaymentGateway gateway, TimeProvider time)
    : TimedActivity<string, bool>(time)
{
    public const string Name = "booking-return-payment";

    /// <returns>Whether nothing is left to be returned.</returns>
    public override async Task<bool> RunAsync(string input, CancellationToken cancellationToken)
    {
        var booking = await bookings.RequireAsync(BookingId.Parse(input), cancellationToken);
        if (booking is { Status: BookingStatus.Cancelled, Payment.Open: true })
            booking = await CancelIntentAsync(booking, cancellationToken);
        if (booking is { Status: BookingStatus.Cancelled, Cancellation: { RefundStatus: RefundStatus.Pending } cancellation })
            booking = await RefundAsync(booking, cancellation, cancellationToken);
        return !booking.OwesPaymentBack;
    }

    private async Task<Booking> CancelIntentAsync(Booking booking, CancellationToken cancellationToken)
    {
        GatewayIntent? intent = null;
        if (booking.Payment.IntentId is { } intentId)
        {
            intent = await gateway.CancelIntentAsync(intentId, $"{booking.Id}:cancel-intent", cancellationToken);
            if (intent.State is not (GatewayIntentState.Canceled or GatewayIntentState.Succeeded))
                return booking;
            if (intent.State == GatewayIntentState.Succeeded && intent.AmountReceivedPence != booking.Payment.Amount)
                await RefundUpToAsync(booking.Id, intent.IntentId, intent.AmountReceivedPence, cancellationToken);
        }
        return await ChangeAsync(
            booking,
            current => intent is { State: GatewayIntentState.Succeeded } && intent.AmountReceivedPence == current.Payment.Amount
                ? current.PaymentSucceeded(intent.AmountReceivedPence, intent.IntentId, Time.GetUtcNow())
                : current.PaymentCancelled(Time.GetUtcNow()),
            cancellationToken);
    }

    private async Task<Booking> RefundAsync(Booking booking, Cancellation cancellation, CancellationToken cancellationToken)
    {
        var intentId = booking.Payment.IntentId ?? throw new InvalidOperationException($"Booking {booking.Id} owes a refund of no payment.");
        var refunds = await RefundUpToAsync(booking.Id, intentId, cancellation.RefundTotal, cancellationToken);
        var returned = refunds.Where(refund => refund.State == GatewayRefundState.Succeeded).Sum(refund => refund.AmountPence);
        if (returned >= cancellation.RefundTotal)
            return await ChangeAsync(booking, current => current.Refunded(returned, refunds[0].RefundId, Time.GetUtcNow()), cancellationToken);
        return refunds[0].State is GatewayRefundState.Failed or GatewayRefundState.Canceled
            ? await ChangeAsync(booking, current => current.RefundFailed(refunds[0].FailureReason, Time.GetUtcNow()), cancellationToken)
            : booking;
    }

    /// <summary>Pays back what is missing to a total, and gives all refunds, newest first.</summary>
    private async Task<IReadOnlyList<GatewayRefund>> RefundUpToAsync(BookingId bookingId, string intentId, long total, CancellationToken cancellationToken)
    {
        // The processor forgets idempotency keys after a day; its list of refunds it keeps.
        var made = await gateway.ListRefundsAsync(intentId, cancellationToken);
        var live = made.Where(refund => refund.State is not (GatewayRefundState.Failed or GatewayRefundState.Canceled)).Sum(refund => refund.AmountPence);
        if (live >= total)
            return made;
        var refund = await gateway.RefundAsync(new NewRefund(bookingId, intentId, total - live), $"{bookingId}:refund:{total}", cancellationToken);
        return [refund, .. made.Where(known => known.RefundId != refund.RefundId)];
    }

    private async Task<Booking> ChangeAsync(Booking booking, Func<Booking, BookingChange?> change, CancellationToken cancellationToken)
    {
        var outcome = await writer.ChangeQuietlyAsync(
            booking.Id,
            current => Task.FromResult<Result<BookingEdit>>(change(current) is { } changed ? BookingEdit.Of(changed) : BookingEdit.Nothing),
            cancellationToken);
        return outcome.Succeeded ? outcome.Value : throw new InvalidOperationException(outcome.Refusal.Message);
    }
}
