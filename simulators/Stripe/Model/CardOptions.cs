namespace Nots.StripeSimulator.Model;

internal sealed record CardOptions
{
    public object? Installments { get; init; }

    public object? MandateOptions { get; init; }

    public string? Network { get; init; }

    public string RequestThreeDSecure { get; init; } = "automatic";
}
