namespace Nots.StripeSimulator.Store;

/// <summary>An event that has still to be posted.</summary>
/// <param name="Event">The event's sequence number.</param>
/// <param name="Type">The event's type.</param>
/// <param name="Created">Unix seconds.</param>
/// <param name="Attempts">Made so far, by this process: after a restart it begins anew, at once.</param>
internal sealed record PendingDelivery(long Event, string Type, long Created, int Attempts);
