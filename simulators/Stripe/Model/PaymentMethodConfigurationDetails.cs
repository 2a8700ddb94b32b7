namespace Nots.StripeSimulator.Model;

internal sealed record PaymentMethodConfigurationDetails(string Id, string? Parent);
