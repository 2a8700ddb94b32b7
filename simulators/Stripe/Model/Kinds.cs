namespace Nots.StripeSimulator.Model;

/// <summary>The kinds of object that are kept. An event is kept as its bytes, for it never changes.</summary>
internal static class Kinds
{
    public const string Event = "event";

    public static readonly Kind<PaymentIntent> PaymentIntent = new("payment_intent", WireJson.Default.PaymentIntent);
    public static readonly Kind<PaymentMethod> PaymentMethod = new("payment_method", WireJson.Default.PaymentMethod);
    public static readonly Kind<Charge> Charge = new("charge", WireJson.Default.Charge);
    public static readonly Kind<Refund> Refund = new("refund", WireJson.Default.Refund);
    public static readonly Kind<Dispute> Dispute = new("dispute", WireJson.Default.Dispute);
}
