using Nots.Application.Bookings;
using Nots.Application.Common;
using Nots.Domain.Bookings;
using Nots.Domain.Common;

namespace Nots.Application.Payments;

/// <summary>Gives whoever pays the booking its PaymentIntent: the open one, or a new one. The amount is the booking's.</summary>
public sealed class OpenPaymentIntent(BookingAccess access, PaymentIntents intents)
{
    /// <exception cref="ExternalServiceException">The card processor failed.</exception>
    public async Task<Result<BookingIntent>> ExecuteAsync(PaymentIntentRequest request, Caller caller, CancellationToken cancellationToken)
    {
        var faults = new FaultList(request.Malformed);
        faults.Require("bookingId", request.BookingId);
        if (faults.Any)
            return faults.ToRefusal();
        var found = await access.FindAsync(request.BookingId!, caller, cancellationToken);
        if (!found.Succeeded)
            return found.Refusal;
        var booking = found.Value;
        if (!caller.IsStaff && !access.Owns(booking, caller))
            return new Refusal(ErrorCode.Forbidden, "Only the person who booked can pay.");
        if (booking.Status != BookingStatus.Pending || !booking.Payment.Open)
        {
            return Refusal.Conflict(
                $"A booking that is {Wire.Name(booking.Status)} with its payment {Wire.Name(booking.Payment.Status)} is not waiting for a card.",
                ("status", Wire.Name(booking.Status)), ("paymentStatus", Wire.Name(booking.Payment.Status)));
        }
        return await intents.EnsureAsync(booking, cancellationToken);
    }
}
