namespace Nots.StripeSimulator.Model;

internal sealed record DisputePaymentMethodDetails(DisputeCard Card, string Type = "card");
