using Nots.Application.Bookings;

namespace Nots.Application.Lifecycle;

/// <summary>An agenda item of a booking whose time has come.</summary>
public sealed record DueItem(string BookingId, AgendaItem Item);
