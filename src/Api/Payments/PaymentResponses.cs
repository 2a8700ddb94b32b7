using Nots.Application.Common;
using Nots.Domain.Bookings;
using Nots.Domain.Common;

namespace Nots.Api.Payments;

/// <summary>What a browser needs to pay. Amount in pence.</summary>
internal sealed record PaymentIntentResponse(
    string PaymentIntentId, string? ClientSecret, long Amount, string Currency, [property: WireNames<PaymentStatus>] string Status)
{
    public static PaymentIntentResponse From(BookingPayment payment) => new(
        payment.IntentId ?? throw new InvalidOperationException("The booking's payment has no intent."),
        payment.ClientSecret, payment.Amount, payment.Currency, Wire.Name(payment.Status));
}

/// <summary>Tells Stripe that it need not send the event again.</summary>
internal sealed record WebhookResponse(bool Received);
