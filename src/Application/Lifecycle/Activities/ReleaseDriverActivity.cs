using Microsoft.DurableTask;
using Nots.Application.Bookings;
using Nots.Application.Common;
using Nots.Application.Dispatch;
using Nots.Application.Storage;
using Nots.Domain.Common;

namespace Nots.Application.Lifecycle.Activities;

/// <summary>Gives the driver and vehicle of a cancelled booking their time back.</summary>
[DurableTask(Name)]
public sealed class ReleaseDriverActivity(IBookingStore bookings, AllocationBook allocations, ITransactions transactions, TimeProvider time)
    : TimedActivity<string, bool>(time)
{
    public const string Name = "booking-release-driver";

    /// <returns>True: they are free.</returns>
    /// <exception cref="InvalidOperationException">Others changed their day again and again; try later.</exception>
    public override async Task<bool> RunAsync(string input, CancellationToken cancellationToken)
    {
        for (var attempt = 1; !await TryAsync(BookingId.Parse(input), cancellationToken); attempt++)
        {
            if (attempt == LostRace.Attempts)
                throw new InvalidOperationException($"The driver's day of booking {input} was changed meanwhile.");
            await LostRace.PauseAsync(attempt, Time, cancellationToken);
        }
        return true;
    }

    /// <returns>Whether they are free.</returns>
    private async Task<bool> TryAsync(BookingId bookingId, CancellationToken cancellationToken)
    {
        var booking = await bookings.RequireAsync(bookingId, cancellationToken);
        if (booking is not { Ended: true, Driver: not null })
            return true;
        var release = await allocations.MoveAsync(booking, booking with { Driver = null, Vehicle = null }, cancellationToken);
        var transaction = transactions.Begin();
        release(transaction);
        return (await transaction.CommitAsync(cancellationToken)).Committed;
    }
}
