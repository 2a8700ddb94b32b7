using Nots.Application.Common;
using Nots.Domain.Bookings;
using Nots.Domain.Common;

namespace Nots.Application.Bookings;

/// <summary>Reads bookings.</summary>
public interface IBookingStore
{
    /// <summary>As last written.</summary>
    Task<Booking?> GetAsync(BookingId bookingId, CancellationToken cancellationToken);

    /// <summary>The id of the booking with a reference such as <c>NOTS-7K3M9Q</c>, or null.</summary>
    Task<BookingId?> FindIdByReferenceAsync(string reference, CancellationToken cancellationToken);

    /// <summary>The id of the booking that a PaymentIntent was opened for, or null.</summary>
    Task<BookingId?> FindIdByIntentAsync(string intentId, CancellationToken cancellationToken);

    /// <summary>Bookings, latest pick-up first, or soonest first.</summary>
    /// <param name="filter">Which.</param>
    /// <param name="limit">1 to 100.</param>
    /// <param name="after">Where the page before ended.</param>
    /// <param name="cancellationToken">The request's.</param>
    Task<Page<Booking, BookingPosition>> ListAsync(
        BookingFilter filter, int limit, BookingPosition? after, CancellationToken cancellationToken);

    /// <summary>A booking's events, oldest first.</summary>
    /// <param name="bookingId">Whose.</param>
    /// <param name="afterSequence">Only those with a higher sequence; 0 for all.</param>
    /// <param name="cancellationToken">The request's.</param>
    Task<IReadOnlyList<BookingEvent>> EventsAsync(BookingId bookingId, int afterSequence, CancellationToken cancellationToken);

    /// <summary>A booking and the record that the law wants of it, which is null until a driver was assigned, in one request.</summary>
    /// <exception cref="InvalidOperationException">There is no such booking.</exception>
    Task<(Booking Booking, LegalRecord? Record)> WithLegalRecordAsync(BookingId bookingId, CancellationToken cancellationToken);
}
