namespace Nots.Integrations.Stripe;

/// <summary>What we write on Stripe's objects: nothing personal.</summary>
internal static class MetadataKeys
{
    public const string BookingId = "bookingId";
    public const string BookingReference = "bookingReference";
}
