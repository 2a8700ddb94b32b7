namespace Nots.StripeSimulator.Model;

/// <summary>What Stripe.js would read; <paramref name="StripeJs"/> is the page that stands for the bank's.</summary>
internal sealed record UseStripeSdk(string Type, string StripeJs);
