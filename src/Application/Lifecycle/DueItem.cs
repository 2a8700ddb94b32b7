using Nots.Application.Bookings;
using Nots.Domain.Common;

namespace Nots.Application.Lifecycle;

/// <summary>An agenda item of a booking whose time has come.</summary>
public sealed record DueItem(BookingId BookingId, AgendaItem Item);
