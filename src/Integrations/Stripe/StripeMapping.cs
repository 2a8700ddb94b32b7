using Nots.Application.Payments;
using Stripe;

namespace Nots.Integrations.Stripe;

/// <summary>Stripe's objects in the application's terms.</summary>
internal static class StripeMapping
{
    public static GatewayIntent ToGateway(this PaymentIntent intent) => new(
        intent.Id,
        intent.Metadata.BookingId(),
        State(intent.Status),
        intent.Amount,
        intent.AmountReceived,
        intent.Currency.ToUpperInvariant(),
        intent.ClientSecret,
        intent.LastPaymentError?.Message,
        Utc(intent.Created));

    public static GatewayRefund ToGateway(this Refund refund) =>
        new(refund.Id, refund.PaymentIntentId, refund.Amount, RefundState(refund.Status), refund.FailureReason);

    public static string? BookingId(this IDictionary<string, string>? metadata) =>
        metadata is not null && metadata.TryGetValue(MetadataKeys.BookingId, out var id) && id.Length > 0 ? id : null;

    public static DateTimeOffset Utc(DateTime time) => new(DateTime.SpecifyKind(time, DateTimeKind.Utc));

    private static GatewayIntentState State(string status) => status switch
    {
        "requires_payment_method" => GatewayIntentState.RequiresPaymentMethod,
        "requires_confirmation" => GatewayIntentState.RequiresConfirmation,
        "requires_action" => GatewayIntentState.RequiresAction,
        "requires_capture" => GatewayIntentState.RequiresCapture,
        "processing" => GatewayIntentState.Processing,
        "succeeded" => GatewayIntentState.Succeeded,
        "canceled" => GatewayIntentState.Canceled,
        _ => throw StripeFaults.Unreadable($"answered with a PaymentIntent in the unknown state '{status}'"),
    };

    private static GatewayRefundState RefundState(string status) => status switch
    {
        "pending" => GatewayRefundState.Pending,
        "requires_action" => GatewayRefundState.RequiresAction,
        "succeeded" => GatewayRefundState.Succeeded,
        "failed" => GatewayRefundState.Failed,
        "canceled" => GatewayRefundState.Canceled,
        _ => throw StripeFaults.Unreadable($"answered with a refund in the unknown state '{status}'"),
    };
}
