using Microsoft.Extensions.Time.Testing;
using Nots.Application.Bookings;
using Nots.Application.Common;
using Nots.Application.Dispatch;
using Nots.Application.Drivers;
using Nots.Application.Lifecycle.Activities;
using Nots.Application.Storage;
using Nots.Application.Tests.Platform;
using Nots.Domain.Bookings;
using Nots.Domain.Common;
using Nots.Domain.Drivers;

namespace Nots.Application.Tests.Lifecycle;

public sealed class SettleActivityTests
{
    private static readonly JourneyProgress[] WholeJourney =
        [JourneyProgress.EnRoute, JourneyProgress.Arrived, JourneyProgress.Onboard, JourneyProgress.Completed];

    [Fact]
    public async Task A_driver_whom_somebody_changes_meanwhile_is_counted_from_a_fresh_read()
    {
        await using var platform = await RunningPlatform.StartAsync();
        var booking = await CompletedAsync(platform);
        var drivers = new MeddledDrivers(platform.Get<IDriverStore>(), platform.Get<ITransactions>(), times: 3);

        await RunAsync(platform, drivers, booking.Id.Value);

        var driver = await platform.Get<IDriverStore>().GetAsync(booking.Driver!.DriverId, CancellationToken.None);
        Assert.Equal((100, "+447700900003"), (driver!.Performance.TotalTrips, driver.Phone));
        Assert.NotNull((await platform.Get<IBookingStore>().WithLegalRecordAsync(booking.Id, CancellationToken.None)).Record!.SealedAt);
    }

    [Fact]
    public async Task Who_loses_again_and_again_says_so_and_leaves_everything_as_it_was()
    {
        await using var platform = await RunningPlatform.StartAsync();
        var booking = await CompletedAsync(platform);
        var drivers = new MeddledDrivers(platform.Get<IDriverStore>(), platform.Get<ITransactions>(), times: int.MaxValue);

        await Assert.ThrowsAsync<InvalidOperationException>(() => RunAsync(platform, drivers, booking.Id.Value));

        Assert.Equal(99, (await platform.Get<IDriverStore>().GetAsync(booking.Driver!.DriverId, CancellationToken.None))!.Performance.TotalTrips);
        Assert.Null((await platform.Get<IBookingStore>().WithLegalRecordAsync(booking.Id, CancellationToken.None)).Record!.SealedAt);
    }

    /// <summary>A journey that is over, and of which no orchestration has heard.</summary>
    private static async Task<Booking> CompletedAsync(RunningPlatform platform)
    {
        platform.BackendUnreachable = true;
        var booking = await platform.BookAsync(PaymentMethod.Cash);
        await platform.AssignAsync(booking.Id);
        await platform.ReportAsync(booking.Id, WholeJourney);
        return (await platform.Get<IBookingStore>().GetAsync(booking.Id, CancellationToken.None))!;
    }

    private static async Task RunAsync(RunningPlatform platform, IDriverStore drivers, string bookingId)
    {
        var time = new FakeTimeProvider(platform.Time.GetUtcNow());
        var settling = new SettleActivity(
            platform.Get<IBookingStore>(), drivers, platform.Get<AllocationBook>(), platform.Get<ITransactions>(), time).RunAsync(bookingId, CancellationToken.None);
        while (!settling.IsCompleted)
        {
            time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }
        await settling;
    }

    /// <summary>Gives a driver to read, whom somebody changes right afterwards.</summary>
    private sealed class MeddledDrivers(IDriverStore drivers, ITransactions transactions, int times) : IDriverStore
    {
        private int _read;

        public async Task<Driver?> GetAsync(DriverId driverId, CancellationToken cancellationToken)
        {
            var driver = await drivers.GetAsync(driverId, cancellationToken);
            if (driver is null || ++_read > times)
                return driver;
            var transaction = transactions.Begin();
            transaction.Update(driver with { Phone = $"+44770090000{_read}" });
            Assert.True((await transaction.CommitAsync(cancellationToken)).Committed);
            return driver;
        }

        public Task<Page<Driver, StatusPosition>> ListAsync(DriverStatus? status, int limit, StatusPosition? after, CancellationToken cancellationToken) =>
            drivers.ListAsync(status, limit, after, cancellationToken);
    }
}
