namespace Nots.StripeSimulator.Model;

/// <summary>A card as Stripe keeps it: never its number.</summary>
internal sealed record PaymentMethod : IStripeObject
{
    public required string Id { get; init; }

    public string Object { get; init; } = "payment_method";

    public string AllowRedisplay { get; init; } = "unspecified";

    public required BillingDetails BillingDetails { get; init; }

    public required Card Card { get; init; }

    public required long Created { get; init; }

    public string? Customer { get; init; }

    public string? CustomerAccount { get; init; }

    public bool Livemode { get; init; }

    public IReadOnlyDictionary<string, string> Metadata { get; init; } = new Dictionary<string, string>();

    public string Type { get; init; } = "card";
}
