namespace Nots.StripeSimulator.Model;

/// <summary>A card holder's objection to a charge.</summary>
internal sealed record Dispute : IStripeObject
{
    public required string Id { get; init; }

    public string Object { get; init; } = "dispute";

    public required long Amount { get; init; }

    public IReadOnlyList<string> BalanceTransactions { get; init; } = [];

    public required string Charge { get; init; }

    public required long Created { get; init; }

    public required string Currency { get; init; }

    public IReadOnlyList<string> EnhancedEligibilityTypes { get; init; } = [];

    public DisputeEvidence Evidence { get; init; } = new();

    public required DisputeEvidenceDetails EvidenceDetails { get; init; }

    public string? IntendedSubmissionMethod { get; init; }

    public bool IsChargeRefundable { get; init; }

    public bool Livemode { get; init; }

    public IReadOnlyDictionary<string, string> Metadata { get; init; } = new Dictionary<string, string>();

    public required string PaymentIntent { get; init; }

    public required DisputePaymentMethodDetails PaymentMethodDetails { get; init; }

    public required string Reason { get; init; }

    public string Status { get; init; } = "needs_response";
}
