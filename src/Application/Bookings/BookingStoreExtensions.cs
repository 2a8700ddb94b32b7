using Nots.Domain.Bookings;
using Nots.Domain.Common;

namespace Nots.Application.Bookings;

/// <summary>Reading a booking that must be there.</summary>
public static class BookingStoreExtensions
{
    /// <exception cref="InvalidOperationException">There is no such booking.</exception>
    public static async Task<Booking> RequireAsync(this IBookingStore bookings, BookingId bookingId, CancellationToken cancellationToken) =>
        await bookings.GetAsync(bookingId, cancellationToken) ?? throw new InvalidOperationException($"There is no booking {bookingId}.");
}
