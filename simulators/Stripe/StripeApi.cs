namespace Nots.StripeSimulator;

/// <summary>What of Stripe's API is spoken here.</summary>
internal static class StripeApi
{
    /// <summary>The version that Stripe.net 53.1.0 and the npm package stripe 23.1.0 pin.</summary>
    public const string Version = "2026-10-28.endive";
}
