namespace Nots.Domain.Quotes;

public enum JourneyType
{
    OneWay,
    Return,

    /// <summary>A car with its driver for a number of hours.</summary>
    Hourly,
}
