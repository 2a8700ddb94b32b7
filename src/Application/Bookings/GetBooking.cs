using Nots.Application.Common;
using Nots.Domain.Common;

namespace Nots.Application.Bookings;

/// <summary>Reads one booking.</summary>
public sealed class GetBooking(BookingAccess access)
{
    /// <summary>The booking; not found when there is none, or it is not the caller's to see.</summary>
    public async Task<Result<BookingDetails>> ExecuteAsync(string bookingId, Caller caller, CancellationToken cancellationToken)
    {
        var found = await access.FindAsync(bookingId, caller, cancellationToken);
        return await access.DetailsAsync(found, caller, cancellationToken);
    }
}
