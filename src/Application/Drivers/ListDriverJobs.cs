using Nots.Application.Bookings;
using Nots.Application.Common;
using Nots.Domain.Common;

namespace Nots.Application.Drivers;

/// <summary>A driver's jobs, soonest first.</summary>
public sealed class ListDriverJobs(GetDriver getDriver, IBookingStore bookings, BookingAccess access)
{
    public async Task<Result<Page<BookingDetails, BookingPosition>>> ExecuteAsync(
        string driverId, int limit, BookingPosition? after, Caller caller, CancellationToken cancellationToken)
    {
        if (!DriverId.TryParse(driverId, out var id) || !GetDriver.MaySee(id, caller))
            return Refusal.NotFound("driver");
        var page = await bookings.ListAsync(new BookingFilter(DriverId: id, SoonestFirst: true), limit, after, cancellationToken);
        // Whoever has jobs is there.
        if (page.Items.Count == 0 && await getDriver.ExecuteAsync(driverId, caller, cancellationToken) is { Succeeded: false } unknown)
            return unknown.Refusal;
        return new Page<BookingDetails, BookingPosition>(await access.DetailsAsync(page.Items, caller, cancellationToken), page.Next);
    }
}
