namespace Nots.StripeSimulator.Model;

internal sealed record BillingDetails
{
    public Address Address { get; init; } = new();

    public string? Email { get; init; }

    public string? Name { get; init; }

    public string? Phone { get; init; }

    public string? TaxId { get; init; }
}
