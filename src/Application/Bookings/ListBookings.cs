using Nots.Application.Common;
using Nots.Domain.Users;

namespace Nots.Application.Bookings;

/// <summary>Lists bookings: all for staff, their own for customers, their jobs for drivers.</summary>
public sealed class ListBookings(IBookingStore bookings, BookingAccess access, IPhoneNumbers phones)
{
    public async Task<Page<BookingDetails, BookingPosition>> ExecuteAsync(
        BookingFilter filter, int limit, BookingPosition? after, Caller caller, CancellationToken cancellationToken)
    {
        if (Scope(filter, caller) is not { } own)
            return new Page<BookingDetails, BookingPosition>([], null);
        var page = await bookings.ListAsync(own with { Text = AsKept(own.Text) }, limit, after, cancellationToken);
        return new Page<BookingDetails, BookingPosition>(await access.DetailsAsync(page.Items, caller, cancellationToken), page.Next);
    }

    /// <summary>The filter narrowed to what the caller may see; null when that is nothing.</summary>
    private static BookingFilter? Scope(BookingFilter filter, Caller caller) => caller switch
    {
        { IsStaff: true } => filter,
        { Role: Role.Customer, UserId: { } userId } => filter with { UserId = userId },
        { Role: Role.Driver, DriverId: { } driverId } when filter.DriverId is null || filter.DriverId == driverId =>
            filter with { DriverId = driverId },
        _ => null,
    };

    /// <summary>Numbers are kept in E.164, and a dispatcher types what the caller reads out: 07700 900123.</summary>
    private string? AsKept(string? text) =>
        text is not null && text.All(c => char.IsAsciiDigit(c) || c is '+' or ' ' or '-' or '(' or ')') && phones.TryNormalise(text, out var number)
            ? number
            : text;
}
