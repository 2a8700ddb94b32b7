namespace Nots.StripeSimulator.Model;

internal sealed record DisputeCard(string Brand, string CaseType, string Network, string? NetworkReasonCode);
