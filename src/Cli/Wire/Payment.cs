namespace Nots.Cli.Wire;

/// <summary>How a booking is paid. Amounts in pence.</summary>
/// <param name="ClientSecret">Told to its booker alone, once.</param>
internal sealed record Payment(string Method, string Status, long Amount, long Refunded, string? PaymentIntentId, string? ClientSecret = null)
{
    /// <summary>What was taken from the card, whether or not some went back, pence.</summary>
    public long Charged =>
        Status is PaymentStatus.Completed or PaymentStatus.PartiallyRefunded or PaymentStatus.Refunded ? Amount : 0;
}
