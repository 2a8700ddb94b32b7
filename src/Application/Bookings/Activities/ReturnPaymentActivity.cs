using Nots.Application.Orchestration;
using Nots.Application.Payments;
using Nots.Domain.Bookings;
using Nots.Domain.Common;

namespace Nots.Application.Bookings.Activities;

/// <summary>
/// Undoes the payment of a cancelled booking: an intent that can still be paid is cancelled, and what the cancellation owes is
/// refunded, once.
/// </summary>
public sealed class ReturnPaymentActivity(IBookingStore bookings, BookingWriter writer, IPaymentGateway gateway, TimeProvider time)
    : IActivity<string, bool>
{
    /// <returns>Whether nothing is left to be returned.</returns>
    public async Task<bool> RunAsync(string input, CancellationToken cancellationToken)
    {
        var booking = await bookings.RequireAsync(input, cancellationToken);
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
        }
        return await ChangeAsync(
            booking,
            current => intent is { State: GatewayIntentState.Succeeded }
                ? current.PaymentSucceeded(intent.AmountReceivedPence, intent.IntentId, time.GetUtcNow())
                : current.PaymentCancelled(time.GetUtcNow()),
            cancellationToken);
    }

    private async Task<Booking> RefundAsync(Booking booking, Cancellation cancellation, CancellationToken cancellationToken)
    {
        var intentId = booking.Payment.IntentId ?? throw new InvalidOperationException($"Booking {booking.Id} owes a refund of no payment.");
        // The processor forgets idempotency keys after a day; its list of refunds it keeps.
        var made = await gateway.ListRefundsAsync(intentId, cancellationToken);
        var refund = made.FirstOrDefault(known => known.State is not (GatewayRefundState.Failed or GatewayRefundState.Canceled))
            ?? await gateway.RefundAsync(new NewRefund(booking.Id, intentId, cancellation.RefundAmount), $"{booking.Id}:refund", cancellationToken);
        return refund.State switch
        {
            GatewayRefundState.Succeeded => await ChangeAsync(booking, current => current.Refunded(refund.AmountPence, refund.RefundId, time.GetUtcNow()), cancellationToken),
            GatewayRefundState.Failed or GatewayRefundState.Canceled =>
                await ChangeAsync(booking, current => current.RefundFailed(refund.FailureReason, time.GetUtcNow()), cancellationToken),
            _ => booking,
        };
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
