namespace Nots.StripeSimulator.Model;

internal sealed record ChargeOutcome
{
    public string? AdviceCode { get; init; }

    public string? NetworkAdviceCode { get; init; }

    public string? NetworkDeclineCode { get; init; }

    public required string NetworkStatus { get; init; }

    public string? Reason { get; init; }

    public string RiskLevel { get; init; } = "normal";

    public int RiskScore { get; init; } = 20;

    public required string SellerMessage { get; init; }

    public required string Type { get; init; }
}
