namespace Nots.StripeSimulator.Store;

/// <summary>An event that has still to be posted.</summary>
/// <param name="Event">The event's sequence number.</param>
/// <param name="Type">The event's type.</param>
/// <param name="DueMilliseconds">Unix milliseconds.</param>
/// <param name="Attempts">Made so far.</param>
internal sealed record PendingDelivery(long Event, string Type, long DueMilliseconds, int Attempts);
