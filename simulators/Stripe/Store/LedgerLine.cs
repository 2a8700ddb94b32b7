namespace Nots.StripeSimulator.Store;

/// <summary>What was taken and given back for a booking, in minor units of the currency.</summary>
/// <param name="Booking">From the intents' metadata; empty where they name none.</param>
internal sealed record LedgerLine(string Booking, string Currency, long Intents, long Charged, long Refunded, long Disputed)
{
    public long Net => Charged - Refunded;
}
