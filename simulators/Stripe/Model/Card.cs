namespace Nots.StripeSimulator.Model;

/// <summary>The card of a payment method.</summary>
internal sealed record Card
{
    public required string Brand { get; init; }

    public CardChecks Checks { get; init; } = new();

    public string Country { get; init; } = "GB";

    public required string DisplayBrand { get; init; }

    public required int ExpMonth { get; init; }

    public required int ExpYear { get; init; }

    public required string Fingerprint { get; init; }

    public string Funding { get; init; } = "credit";

    public object? GeneratedFrom { get; init; }

    public required string Last4 { get; init; }

    public required CardNetworks Networks { get; init; }

    public string RegulatedStatus { get; init; } = "unregulated";

    public ThreeDSecureUsage ThreeDSecureUsage { get; init; } = new(true);

    public object? Wallet { get; init; }
}
