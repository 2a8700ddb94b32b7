namespace Nots.StripeSimulator.Model;

internal sealed record PaymentMethodOptions
{
    public CardOptions Card { get; init; } = new();
}
