namespace Nots.Domain.Bookings;

/// <summary>What happened when, as the customer may see it.</summary>
/// <param name="At">UTC.</param>
/// <param name="Event">One of <see cref="BookingEventType"/>.</param>
public sealed record TimelineEntry(DateTimeOffset At, string Event);
