namespace Nots.StripeSimulator.Model;

/// <summary>How the card holder was authenticated.</summary>
internal sealed record ThreeDSecure
{
    public string AuthenticationFlow { get; init; } = "challenge";

    public string ElectronicCommerceIndicator { get; init; } = "05";

    public string? ExemptionIndicator { get; init; }

    public string Result { get; init; } = "authenticated";

    public string? ResultReason { get; init; }

    public string? TransactionId { get; init; }

    public string Version { get; init; } = "2.2.0";
}
