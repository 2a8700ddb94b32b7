using Microsoft.DurableTask;
using Nots.Application.Common;
using Nots.Application.Storage;

namespace Nots.Application.Bookings.Activities;

/// <summary>
/// Closes a booking, if nothing happened to it since its orchestration last looked. Whatever happens afterwards finds it closed
/// and starts the orchestration again, so no change can fall between the last look and the end.
/// </summary>
[DurableTask(Name)]
public sealed class CloseBookingActivity(IBookingStore bookings, ITransactions transactions, TimeProvider time) : TimedActivity<BookingVersion, bool>(time)
{
    public const string Name = "booking-close";

    public override async Task<bool> RunAsync(BookingVersion input, CancellationToken cancellationToken)
    {
        var booking = await bookings.RequireAsync(input.BookingId, cancellationToken);
        // Closed by an earlier try of this activity, whose answer was lost.
        if (booking.ClosedAt is not null)
            return booking.Version == input.Version + 1 || booking.Version == input.Version;
        if (booking.Version != input.Version)
            return false;
        var transaction = transactions.Begin();
        transaction.Update(booking.Close(Time.GetUtcNow()));
        return (await transaction.CommitAsync(cancellationToken)).Committed;
    }
}
