namespace Nots.Api.Payments;

/// <summary>Tells Stripe that it need not send the event again.</summary>
internal sealed record ReceivedAnswer(bool Received);
