using Nots.Application.Orchestration;
using Nots.Application.Storage;

namespace Nots.Application.Bookings.Activities;

/// <summary>
/// Closes a booking, if nothing happened to it since its orchestration last looked. Whatever happens afterwards finds it closed
/// and starts the orchestration again, so no change can fall between the last look and the end.
/// </summary>
public sealed class CloseBookingActivity(IBookingStore bookings, ITransactions transactions, TimeProvider time) : IActivity<BookingVersion, bool>
{
    public async Task<bool> RunAsync(BookingVersion input, CancellationToken cancellationToken)
    {
        var booking = await bookings.RequireAsync(input.BookingId, cancellationToken);
        // Closed by an earlier try of this activity, whose answer was lost.
        if (booking.ClosedAt is not null)
            return booking.Version == input.Version + 1 || booking.Version == input.Version;
        if (booking.Version != input.Version)
            return false;
        var transaction = transactions.Begin();
        transaction.Update(booking.Close(time.GetUtcNow()));
        return (await transaction.CommitAsync(cancellationToken)).Committed;
    }
}
