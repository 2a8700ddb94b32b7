namespace Nots.StripeSimulator.Model;

internal sealed record ChargePaymentMethodDetails(ChargeCard Card, string Type = "card");
