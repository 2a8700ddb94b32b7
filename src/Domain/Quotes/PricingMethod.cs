namespace Nots.Domain.Quotes;

/// <summary>Which rule made the price.</summary>
public enum PricingMethod
{
    Metered,
    Hourly,
}
