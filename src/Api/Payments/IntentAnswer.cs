using Nots.Api.Json;
using Nots.Domain.Bookings;
using Nots.Domain.Common;

namespace Nots.Api.Payments;

/// <summary>What a browser needs to pay. Amount in pence.</summary>
internal sealed record IntentAnswer(
    string PaymentIntentId, string? ClientSecret, long Amount, string Currency, [property: WireNames<PaymentStatus>] string Status)
{
    public static IntentAnswer Of(BookingPayment payment) => new(
        payment.IntentId ?? throw new InvalidOperationException("The booking's payment has no intent."),
        payment.ClientSecret, payment.Amount, payment.Currency, Wire.Name(payment.Status));
}
