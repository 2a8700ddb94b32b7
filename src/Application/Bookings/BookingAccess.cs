using Nots.Application.Common;
using Nots.Domain.Bookings;
using Nots.Domain.Common;
using Nots.Domain.Users;

namespace Nots.Application.Bookings;

/// <summary>Who may see which booking. To everybody else it does not exist.</summary>
public sealed class BookingAccess(IBookingStore bookings, ManageTokens manageTokens)
{
    public async Task<Result<Booking>> FindAsync(string bookingId, Caller caller, CancellationToken cancellationToken)
    {
        var booking = await bookings.GetAsync(bookingId, cancellationToken);
        return booking is not null && MaySee(booking, caller) ? booking : Refusal.NotFound("booking");
    }

    public bool MaySee(Booking booking, Caller caller) => caller.IsStaff || Owns(booking, caller) || caller.Drives(booking);

    /// <summary>Whether the booking is the customer's own, by account or by link.</summary>
    public bool Owns(Booking booking, Caller caller) =>
        (caller.Role == Role.Customer && caller.UserId is not null && booking.UserId == caller.UserId)
        || manageTokens.Matches(booking.Id, caller.ManageToken);

    public BookingDetails Details(Booking booking, Caller caller) =>
        new(booking, caller.IsStaff, ForPayer: caller.IsStaff || Owns(booking, caller));
}
