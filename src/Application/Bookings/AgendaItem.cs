namespace Nots.Application.Bookings;

/// <summary>Something to be done for a booking at a time, once.</summary>
/// <param name="Key">What it is done once for; it names the time it is about, so that a moved pick-up makes new items.</param>
/// <param name="At">UTC.</param>
public sealed record AgendaItem(AgendaKind Kind, string Key, DateTimeOffset At);
