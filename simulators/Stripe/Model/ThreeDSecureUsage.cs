namespace Nots.StripeSimulator.Model;

internal sealed record ThreeDSecureUsage(bool Supported);
