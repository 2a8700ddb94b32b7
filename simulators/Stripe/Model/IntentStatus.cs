namespace Nots.StripeSimulator.Model;

/// <summary>A PaymentIntent's states, Stripe's words. A card payment never rests in <c>processing</c>.</summary>
internal static class IntentStatus
{
    public const string RequiresPaymentMethod = "requires_payment_method";
    public const string RequiresConfirmation = "requires_confirmation";
    public const string RequiresAction = "requires_action";
    public const string RequiresCapture = "requires_capture";
    public const string Succeeded = "succeeded";
    public const string Canceled = "canceled";

    /// <summary>The customer has still to do something: it may be confirmed, changed or cancelled.</summary>
    public static bool IsOpen(string status) =>
        status is RequiresPaymentMethod or RequiresConfirmation or RequiresAction;
}
