namespace Nots.StripeSimulator.Model;

internal sealed record RefundDestinationDetails(RefundCard Card, string Type = "card");
