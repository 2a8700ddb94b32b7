namespace Nots.StripeSimulator.Model;

/// <summary>The card of a charge, with what the network said.</summary>
internal sealed record ChargeCard
{
    public long? AmountAuthorized { get; init; }

    public string? AuthorizationCode { get; init; }

    public required string Brand { get; init; }

    public CardChecks Checks { get; init; } = new();

    public string Country { get; init; } = "GB";

    public string? ElectronicCommerceIndicator { get; init; }

    public required int ExpMonth { get; init; }

    public required int ExpYear { get; init; }

    public required string Fingerprint { get; init; }

    public string Funding { get; init; } = "credit";

    public object? Installments { get; init; }

    public required string Last4 { get; init; }

    public string? Mandate { get; init; }

    public required string Network { get; init; }

    public string? NetworkTransactionId { get; init; }

    public string RegulatedStatus { get; init; } = "unregulated";

    public ThreeDSecure? ThreeDSecure { get; init; }

    public string? TransactionLinkId { get; init; }

    public object? Wallet { get; init; }
}
