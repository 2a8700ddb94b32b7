namespace Nots.StripeSimulator.Model;

internal sealed record CardNetworks(IReadOnlyList<string> Available, string? Preferred);
