using System.Text.Json.Serialization;
using Nots.Application.Common;
using Nots.Application.Payments;
using Nots.Domain.Bookings;
using Nots.Domain.Common;

namespace Nots.Api.Payments;

/// <summary>What a browser needs to pay. Amount in pence.</summary>
internal sealed record PaymentIntentResponse(
    string PaymentIntentId, string? ClientSecret, long Amount, string Currency, [property: WireNames<PaymentStatus>] string Status)
{
    public static PaymentIntentResponse From(BookingIntent open) => new(
        open.Booking.Payment.IntentId ?? throw new InvalidOperationException("The booking's payment has no intent."),
        open.ClientSecret, open.Booking.Payment.Amount, open.Booking.Payment.Currency, Wire.Name(open.Booking.Payment.Status));
}

/// <summary>Tells Stripe that it need not send the event again.</summary>
internal sealed record WebhookResponse(bool Received);

/// <summary>The requests and responses of payments, compiled: they are read and written without reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(PaymentIntentRequest))]
[JsonSerializable(typeof(PaymentIntentResponse))]
[JsonSerializable(typeof(WebhookResponse))]
internal sealed partial class PaymentJson : JsonSerializerContext;
