namespace Nots.StripeSimulator.Model;

internal sealed record CardChecks
{
    public string? AddressLine1Check { get; init; }

    public string? AddressPostalCodeCheck { get; init; }

    public string? CvcCheck { get; init; }
}
