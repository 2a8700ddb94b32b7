namespace Nots.Api.Payments;

/// <summary>The shape of a request for a PaymentIntent. The amount is the booking's, never the client's.</summary>
internal sealed record IntentBody
{
    public required string BookingId { get; init; }
}
