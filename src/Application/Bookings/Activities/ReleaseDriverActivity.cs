using Nots.Application.Dispatch;
using Nots.Application.Orchestration;
using Nots.Application.Storage;

namespace Nots.Application.Bookings.Activities;

/// <summary>Gives the driver and vehicle of a cancelled booking their time back.</summary>
public sealed class ReleaseDriverActivity(IBookingStore bookings, AllocationBook allocations, ITransactions transactions) : IActivity<string, bool>
{
    /// <returns>True: they are free.</returns>
    /// <exception cref="InvalidOperationException">Somebody else changed their day at the same moment; try again.</exception>
    public async Task<bool> RunAsync(string input, CancellationToken cancellationToken)
    {
        var booking = await bookings.RequireAsync(input, cancellationToken);
        if (booking is not { Ended: true, Driver: not null })
            return true;
        var release = await allocations.MoveAsync(booking, booking with { Driver = null, Vehicle = null }, cancellationToken);
        var transaction = transactions.Begin();
        release(transaction);
        var outcome = await transaction.CommitAsync(cancellationToken);
        return outcome.Committed ? true : throw new InvalidOperationException($"The driver's day of booking {booking.Id} was changed meanwhile.");
    }
}
