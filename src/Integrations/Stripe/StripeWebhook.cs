using System.Text.Json;
using Nots.Application.Payments;
using Nots.Domain.Common;
using Stripe;

namespace Nots.Integrations.Stripe;

/// <summary>Checks and reads Stripe's webhooks.</summary>
internal sealed class StripeWebhook(StripeOptions options, TimeProvider time) : IPaymentWebhook
{
    public Result<PaymentEvent> Read(string body, string? signature)
    {
        if (string.IsNullOrWhiteSpace(signature))
            return Invalid("Stripe-Signature", "required", "The signature is missing.");
        if (!IsSigned(body, signature))
            return Invalid("Stripe-Signature", "signature", "The signature is wrong or too old.");
        try
        {
            // An event of another API version is read as far as it can be: the fields used here are old and stable.
            return EventUtility.ParseEvent(body, throwOnApiVersionMismatch: false) is { Id.Length: > 0, Type.Length: > 0 } read
                ? ToEvent(read)
                : Invalid("body", "format", "The body is not a Stripe event.");
        }
        catch (Exception fault) when (fault is StripeException or JsonException or Newtonsoft.Json.JsonException or InvalidOperationException)
        {
            return Invalid("body", "format", "The body is not a Stripe event.");
        }
    }

    private bool IsSigned(string body, string signature)
    {
        var now = time.GetUtcNow().ToUnixTimeSeconds();
        var tolerance = (long)options.WebhookTolerance.TotalSeconds;
        foreach (var secret in options.WebhookSecrets)
        {
            try
            {
                EventUtility.ValidateSignature(body, signature, secret, tolerance, now);
                return true;
            }
            catch (StripeException)
            {
                // Not by this secret: during a rotation it may be the other's.
            }
        }

        return false;
    }

    private static PaymentEvent ToEvent(Event read) => (read.Type, read.Data?.Object) switch
    {
        (EventTypes.PaymentIntentSucceeded, PaymentIntent intent) => Of(read, PaymentEventKind.Succeeded, intent, intent.AmountReceived, null),
        (EventTypes.PaymentIntentPaymentFailed, PaymentIntent intent) => Of(read, PaymentEventKind.Failed, intent, 0, intent.LastPaymentError?.Message),
        (EventTypes.PaymentIntentCanceled, PaymentIntent intent) => Of(read, PaymentEventKind.Canceled, intent, 0, intent.CancellationReason),

        // An authorisation that is released is "refunded" too, and no money has moved.
        (EventTypes.ChargeRefunded, Charge { Captured: true } charge) => Of(
            read, PaymentEventKind.Refunded, charge.PaymentIntentId, charge.Metadata.BookingId(), charge.AmountRefunded, charge.Currency, null),
        (EventTypes.ChargeDisputeCreated, Dispute dispute) => Of(
            read, PaymentEventKind.Disputed, dispute.PaymentIntentId, dispute.Metadata.BookingId(), dispute.Amount, dispute.Currency, dispute.Reason),
        _ => Of(read, PaymentEventKind.Other, null, null, 0, null, null),
    };

    private static PaymentEvent Of(Event read, PaymentEventKind kind, PaymentIntent intent, long amount, string? reason) =>
        Of(read, kind, intent.Id, intent.Metadata.BookingId(), amount, intent.Currency, reason);

    private static PaymentEvent Of(
        Event read, PaymentEventKind kind, string? intentId, string? bookingId, long amount, string? currency, string? reason) =>
        new(read.Id, kind, intentId, bookingId, amount, currency?.ToUpperInvariant(), reason, StripeMapping.Utc(read.Created));

    private static Refusal Invalid(string field, string constraint, string message) =>
        Refusal.Invalid(new FieldFault(field, constraint, message));
}
