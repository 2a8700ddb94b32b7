namespace Nots.Cli.Journeys;

/// <summary>How a row must end.</summary>
/// <param name="Status">The booking's.</param>
/// <param name="PaymentStatus">The payment's.</param>
/// <param name="RefundedPercent">Of the fare, 0 to 100.</param>
internal sealed record Expectation(string Status, string PaymentStatus, int RefundedPercent)
{
    /// <summary>What must have gone back of a fare, pence, halves up as the platform rounds.</summary>
    public long RefundOf(long fare) => (long)Math.Round(fare * RefundedPercent / 100m, MidpointRounding.AwayFromZero);
}
