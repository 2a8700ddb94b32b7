using Microsoft.DurableTask;
using Nots.Application.Bookings;
using Nots.Application.Common;
using Nots.Application.Dispatch;
using Nots.Application.Drivers;
using Nots.Application.Storage;
using Nots.Domain.Bookings;
using Nots.Domain.Common;
using Nots.Domain.Drivers;

namespace Nots.Application.Lifecycle.Activities;

/// <summary>
/// Settles a journey that is over: the record that the law wants is sealed, the driver's statistics count it, and driver and
/// vehicle are free again. One transaction: a sealed record says that all of it was done.
/// </summary>
[DurableTask(Name)]
public sealed class SettleActivity(
    IBookingStore bookings, IDriverStore drivers, AllocationBook allocations, ITransactions transactions, TimeProvider time)
    : TimedActivity<string, object?>(time)
{
    public const string Name = "booking-settle";

    /// <exception cref="InvalidOperationException">Others changed the driver again and again; try later.</exception>
    public override async Task<object?> RunAsync(string input, CancellationToken cancellationToken)
    {
        for (var attempt = 1; !await TryAsync(BookingId.Parse(input), cancellationToken); attempt++)
        {
            if (attempt == LostRace.Attempts)
                throw new InvalidOperationException($"The record, driver or day of booking {input} was changed meanwhile.");
            await LostRace.PauseAsync(attempt, Time, cancellationToken);
        }
        return null;
    }

    /// <returns>Whether it is settled.</returns>
    private async Task<bool> TryAsync(BookingId bookingId, CancellationToken cancellationToken)
    {
        var (booking, record) = await bookings.WithLegalRecordAsync(bookingId, cancellationToken);
        if (record is null || record.SealedAt is not null)
            return true;
        var now = Time.GetUtcNow();
        var transaction = transactions.Begin();
        transaction.Update(record.Seal(booking.Status, now));
        if (await drivers.GetAsync(record.Driver.DriverId, cancellationToken) is { } driver)
            transaction.Update(Counted(driver, booking.Status == BookingStatus.Completed, now));
        var release = await allocations.MoveAsync(booking, booking with { Driver = null, Vehicle = null }, cancellationToken);
        release(transaction);
        return (await transaction.CommitAsync(cancellationToken)).Committed;
    }

    private static Driver Counted(Driver driver, bool completed, DateTimeOffset now)
    {
        var trips = driver.Performance.TotalTrips + 1;
        var before = driver.Performance.CompletionRate * driver.Performance.TotalTrips;
        return driver with
        {
            Performance = driver.Performance with
            {
                TotalTrips = trips,
                CompletionRate = Math.Round((before + (completed ? 100 : 0)) / trips, 2),
            },
            Availability = driver.Availability with { IdleSince = now },
        };
    }
}
