using Nots.Application.Common;
using Nots.Domain.Bookings;
using Nots.Domain.Common;
using Nots.Domain.Users;

namespace Nots.Application.Bookings;

/// <summary>Who may see which booking. To everybody else it does not exist.</summary>
public sealed class BookingAccess(IBookingStore bookings, IPaymentSecretStore secrets, ManageTokens manageTokens)
{
    public async Task<Result<Booking>> FindAsync(string bookingId, Caller caller, CancellationToken cancellationToken)
    {
        var booking = BookingId.TryParse(bookingId, out var id) ? await bookings.GetAsync(id, cancellationToken) : null;
        return booking is not null && MaySee(booking, caller) ? booking : Refusal.NotFound("booking");
    }

    public bool MaySee(Booking booking, Caller caller) => caller.IsStaff || Owns(booking, caller) || caller.Drives(booking);

    /// <summary>Whether the booking is the customer's own, by account or by link.</summary>
    public bool Owns(Booking booking, Caller caller) =>
        (caller.Role == Role.Customer && caller.UserId is not null && booking.UserId == caller.UserId)
        || manageTokens.Matches(booking.Id, caller.ManageToken);

    public async Task<BookingDetails> DetailsAsync(Booking booking, Caller caller, CancellationToken cancellationToken) =>
        (await DetailsAsync([booking], caller, cancellationToken))[0];

    /// <summary>The same for a result: a refusal stays what it is.</summary>
    public async Task<Result<BookingDetails>> DetailsAsync(Result<Booking> booking, Caller caller, CancellationToken cancellationToken) =>
        booking.Succeeded ? await DetailsAsync(booking.Value, caller, cancellationToken) : booking.Refusal;

    /// <summary>The same for a page of bookings: what their payments are confirmed with is read in one request.</summary>
    public async Task<IReadOnlyList<BookingDetails>> DetailsAsync(IReadOnlyList<Booking> page, Caller caller, CancellationToken cancellationToken)
    {
        BookingDetails[] details = [.. page.Select(booking => new BookingDetails(booking, caller.IsStaff, ForPayer: caller.IsStaff || Owns(booking, caller)))];
        BookingId[] payable = [.. details.Where(CanBePaid).Select(one => one.Booking.Id)];
        if (payable.Length == 0)
            return details;
        var found = (await secrets.GetAsync(payable, cancellationToken)).ToDictionary(secret => (secret.BookingId, secret.IntentId), secret => secret.ClientSecret);
        return [.. details.Select(one => CanBePaid(one) ? one with { ClientSecret = found.GetValueOrDefault((one.Booking.Id, one.Booking.Payment.IntentId!)) } : one)];
    }

    private static bool CanBePaid(BookingDetails details) => details is { ForPayer: true, Booking.Payment: { Open: true, IntentId: not null } };
}
