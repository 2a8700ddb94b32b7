namespace Nots.StripeSimulator.Model;

/// <summary><c>{}</c>, where Stripe sends an object with nothing in it.</summary>
internal sealed record EmptyObject;
