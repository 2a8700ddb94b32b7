namespace Nots.Application.Payments;

/// <summary>Where a PaymentIntent stands: Stripe's own states.</summary>
public enum GatewayIntentState
{
    RequiresPaymentMethod,
    RequiresConfirmation,
    RequiresAction,
    RequiresCapture,
    Processing,
    Succeeded,
    Canceled,
}
