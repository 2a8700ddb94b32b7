using Microsoft.Extensions.Logging;
using Nots.Application.Bookings;
using Nots.Application.Common;
using Nots.Domain.Bookings;
using Nots.Domain.Common;

namespace Nots.Application.Payments;

/// <summary>The PaymentIntent of a booking: one, however often it is asked for.</summary>
public sealed class PaymentIntents(IPaymentGateway gateway, BookingWriter writer, ILogger<PaymentIntents> logger)
{
    /// <summary>Opens the intent for a booking that is about to be made; null when the card processor cannot be reached now.</summary>
    public async Task<GatewayIntent?> TryOpenAsync(Booking booking, CancellationToken cancellationToken)
    {
        try
        {
            return await OpenAsync(booking, cancellationToken);
        }
        catch (ExternalServiceException exception) when (exception.Transient)
        {
            logger.LogWarning(exception, "No PaymentIntent could be opened for booking {BookingId}; it is opened when next asked for", booking.Id);
            return null;
        }
    }

    /// <summary>The booking with its intent: the open one, or a new one where there is none.</summary>
    /// <exception cref="ExternalServiceException">The card processor failed.</exception>
    public async Task<Result<Booking>> EnsureAsync(Booking booking, CancellationToken cancellationToken)
    {
        if (booking.Payment.IntentId is not null)
            return booking;
        var intent = await OpenAsync(booking, cancellationToken);
        return await writer.ChangeQuietlyAsync(booking.Id, current => Task.FromResult(Note(current, intent)), cancellationToken);
    }

    private static Result<BookingEdit> Note(Booking current, GatewayIntent intent)
    {
        if (current.Payment.IntentId is not null)
            return BookingEdit.Nothing;
        // Called off in this moment: nobody is given the new intent, so nobody can pay it.
        if (current.Status != BookingStatus.Pending || !current.Payment.Open)
            return Refusal.Conflict($"A booking that is {Wire.Name(current.Status)} is not waiting for a card.", ("status", Wire.Name(current.Status)));
        return new BookingEdit(current.WithIntent(intent.IntentId, intent.ClientSecret));
    }

    // All that the processor is told is in the key or follows from it: it refuses a key that comes with something else.
    private Task<GatewayIntent> OpenAsync(Booking booking, CancellationToken cancellationToken) => gateway.CreateIntentAsync(
        new NewIntent(booking.Id, booking.Reference, booking.Payment.Amount, booking.Payment.Currency),
        $"{booking.Id}:intent:{booking.Reference}", cancellationToken);
}
