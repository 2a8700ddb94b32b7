namespace Nots.Cli.Wire;

/// <summary>A booking as its reader may see it.</summary>
/// <param name="HeldUntil">Until when it waits for its card payment, UTC; null when it does not.</param>
internal sealed record Booking(
    string BookingId,
    string BookingReference,
    string Status,
    BookedJourney Journey,
    BookedDriver? Driver,
    Payment Payment,
    Cancellation? Cancellation,
    IReadOnlyList<TimelineEntry> Timeline,
    DateTimeOffset? HeldUntil)
{
    /// <summary>Whether nothing more can become of it.</summary>
    public bool Ended => Status is BookingStatus.Completed or BookingStatus.Cancelled or BookingStatus.NoShow;
}
