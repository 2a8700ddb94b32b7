namespace Nots.Cli.Wire;

/// <summary>What a customer's browser pays with.</summary>
/// <param name="Amount">Pence.</param>
internal sealed record PaymentIntent(string PaymentIntentId, string ClientSecret, long Amount);
