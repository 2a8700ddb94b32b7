using Nots.Domain.Bookings;
using Nots.Domain.Common;

namespace Nots.Application.Bookings;

/// <summary>A booking's event record, for staff.</summary>
public sealed class ListBookingEvents(IBookingStore bookings)
{
    public async Task<Result<IReadOnlyList<BookingEvent>>> ExecuteAsync(string bookingId, CancellationToken cancellationToken)
    {
        IReadOnlyList<BookingEvent> events = BookingId.TryParse(bookingId, out var id) ? await bookings.EventsAsync(id, 0, cancellationToken) : [];
        return events.Count == 0 ? Refusal.NotFound("booking") : new List<BookingEvent>(events);
    }
}
