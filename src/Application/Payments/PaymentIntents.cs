using Microsoft.Extensions.Logging;
using Nots.Application.Bookings;
using Nots.Application.Common;
using Nots.Domain.Bookings;
using Nots.Domain.Common;

namespace Nots.Application.Payments;

/// <summary>The PaymentIntent of a booking: one, however often it is asked for.</summary>
public sealed class PaymentIntents(IPaymentGateway gateway, IPaymentSecretStore secrets, BookingWriter writer, ILogger<PaymentIntents> logger)
{
    /// <summary>How long after its hold a booking's payment may still be open, while the card processor cannot be reached.</summary>
    private static readonly TimeSpan SecretKept = TimeSpan.FromDays(1);

    /// <summary>What an intent is confirmed with, to be written in the transaction that notes the intent; null when the processor gave none.</summary>
    public static PaymentSecret? SecretOf(Booking booking, GatewayIntent intent) => intent.ClientSecret is { } secret
        ? new PaymentSecret
        {
            BookingId = booking.Id,
            IntentId = intent.IntentId,
            ClientSecret = secret,
            ExpiresAt = (booking.HeldUntil ?? booking.CreatedAt) + SecretKept,
        }
        : null;

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
    public async Task<Result<BookingIntent>> EnsureAsync(Booking booking, CancellationToken cancellationToken)
    {
        if (booking.Payment.IntentId is { } open)
            return new BookingIntent(booking, await SecretOfAsync(booking.Id, open, cancellationToken));
        var intent = await OpenAsync(booking, cancellationToken);
        var noted = await writer.ChangeQuietlyAsync(booking.Id, current => Task.FromResult(Note(current, intent)), cancellationToken);
        return noted.Then<BookingIntent>(after => new BookingIntent(after, intent.ClientSecret));
    }

    private async Task<string?> SecretOfAsync(BookingId bookingId, string intentId, CancellationToken cancellationToken)
    {
        var kept = await secrets.GetAsync([bookingId], cancellationToken);
        return kept.FirstOrDefault(secret => secret.IntentId == intentId)?.ClientSecret
            ?? (await gateway.GetIntentAsync(intentId, cancellationToken)).ClientSecret;
    }

    private static Result<BookingEdit> Note(Booking current, GatewayIntent intent)
    {
        if (current.Payment.IntentId is not null)
            return BookingEdit.Nothing;
        // Called off in this moment: nobody is given the new intent, so nobody can pay it.
        if (current.Status != BookingStatus.Pending || !current.Payment.Open)
            return Refusal.Conflict($"A booking that is {Wire.Name(current.Status)} is not waiting for a card.", ("status", Wire.Name(current.Status)));
        return new BookingEdit(current.WithIntent(intent.IntentId), Also: transaction =>
        {
            if (SecretOf(current, intent) is { } secret)
                transaction.Put(secret);
        });
    }

    // All that the processor is told is in the key or follows from it: it refuses a key that comes with something else.
    private Task<GatewayIntent> OpenAsync(Booking booking, CancellationToken cancellationToken) => gateway.CreateIntentAsync(
        new NewIntent(booking.Id, booking.Reference, booking.Payment.Amount, booking.Payment.Currency),
        $"{booking.Id}:intent:{booking.Reference}", cancellationToken);
}

/// <summary>A booking whose PaymentIntent is open.</summary>
/// <param name="ClientSecret">What the customer's browser confirms the intent with.</param>
public sealed record BookingIntent(Booking Booking, string? ClientSecret);
