using System.Text.Json.Serialization;
using Nots.Api.Json;
using Nots.Application.Bookings;
using Nots.Domain.Bookings;
using Nots.Domain.Common;

namespace Nots.Api.Bookings;

/// <summary>How a booking is paid, and how far. Amounts in pence.</summary>
/// <param name="PaymentIntentId">Stripe's; for the payer and staff.</param>
/// <param name="ClientSecret">What confirms the payment: for the payer, while it can still be paid.</param>
internal sealed record PaymentAnswer(
    [property: WireNames<PaymentMethod>] string Method,
    [property: WireNames<PaymentStatus>] string Status,
    long Amount,
    long Refunded,
    string Currency,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? PaymentIntentId,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? ClientSecret)
{
    public static PaymentAnswer Of(BookingDetails details)
    {
        var payment = details.Booking.Payment;
        return new PaymentAnswer(
            Wire.Name(payment.Method), Wire.Name(payment.Status), payment.Amount, payment.Refunded, payment.Currency,
            details.ForPayer ? payment.IntentId : null,
            details.ForPayer && payment.Open ? payment.ClientSecret : null);
    }
}
