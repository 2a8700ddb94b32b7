using Nots.Application.Bookings;
using Nots.Application.Dispatch;
using Nots.Application.Lifecycle;
using Nots.Application.Messages;
using Nots.Application.Storage;
using Nots.Application.Tests.Platform;
using Nots.Domain.Bookings;
using Nots.Domain.Common;
using Nots.Domain.Dispatch;
using Nots.Domain.Drivers;
using Nots.Domain.Messages;

namespace Nots.Application.Tests.Lifecycle;

public sealed class DriverAssignmentStageTests
{
    [Fact]
    public async Task The_customer_is_reminded_a_day_before()
    {
        await using var platform = await RunningPlatform.StartAsync();
        var booking = await platform.BookAsync(PaymentMethod.Cash);
        await platform.AssignAsync(booking.Id);
        await platform.QuietAsync(booking.Id);

        platform.Time.Advance(TimeSpan.FromDays(2) - TimeSpan.FromMinutes(1));
        await platform.QuietAsync(booking.Id);
        Assert.DoesNotContain("booking-reminder", platform.Post.TemplatesTo("ada@example.com"));

        platform.Time.Advance(TimeSpan.FromMinutes(1));
        await platform.UntilSentAsync("ada@example.com", "booking-reminder");
    }

    [Fact]
    public async Task The_dispatchers_are_told_of_an_unassigned_job_a_day_and_two_hours_before()
    {
        await using var platform = await RunningPlatform.StartAsync();
        var booking = await platform.BookAsync(PaymentMethod.Cash);
        await platform.QuietAsync(booking.Id);

        platform.Time.Advance(TimeSpan.FromDays(2));
        await platform.UntilSentAsync(platform.Policies.DispatchEmail, "unassigned-job");
        await platform.QuietAsync(booking.Id);
        platform.Time.Advance(TimeSpan.FromHours(22));
        await platform.UntilAsync(
            () => Task.FromResult(platform.Post.TemplatesTo(platform.Policies.DispatchEmail).Count() == 2),
            () => string.Join(", ", platform.Post.TemplatesTo(platform.Policies.DispatchEmail)));
    }

    [Fact]
    public async Task A_driver_who_may_no_longer_drive_is_taken_off_and_the_dispatchers_are_told()
    {
        await using var platform = await RunningPlatform.StartAsync();
        var booking = await platform.BookAsync(PaymentMethod.Cash);
        await platform.AssignAsync(booking.Id);
        await platform.QuietAsync(booking.Id);
        await SuspendAsync(platform, "driver_1");

        platform.Time.Advance(TimeSpan.FromDays(1));
        var unassigned = await platform.UntilAsync(booking.Id, b => b.Driver is null);
        await platform.UntilSentAsync(platform.Policies.DispatchEmail, "compliance-lost");

        Assert.Equal(BookingStatus.Confirmed, unassigned.Status);
        Assert.Empty(await platform.TakenAsync(DriverId.Parse("driver_1"), booking.Journey));
        Assert.Contains("driver-job-cancelled", platform.Post.TemplatesTo("driver1@nots.test"));
    }

    [Fact]
    public async Task A_reminder_that_nobody_accepts_becomes_a_dead_letter_and_holds_nothing_up()
    {
        await using var platform = await RunningPlatform.StartAsync();
        var booking = await platform.BookAsync(PaymentMethod.Cash, TimeSpan.FromHours(70));
        await platform.AssignAsync(booking.Id);
        // All that the assignment says is on record then: what is not when the clock jumps is said again, and would fail in the reminder's place.
        await platform.UntilWaitingForAsync(booking.Id, "the journey");
        platform.Post.FailuresToCome = int.MaxValue;
        platform.Time.Advance(TimeSpan.FromHours(47));
        await platform.UntilAsync(() => Task.FromResult(platform.Post.FailuresToCome < int.MaxValue), () => "nobody was reminded");
        await SuspendAsync(platform, "driver_1");

        platform.Time.Advance(TimeSpan.FromHours(2));
        await platform.UntilAsync(booking.Id, b => b.Driver is null);

        var key = $"reminder-{(booking.Journey.PickupAt - platform.Policies.ReminderBefore).ToUnixTimeSeconds()}";
        var letter = await platform.Get<IMessageStore>().GetAsync(booking.Id, $"{key}.booking-reminder.email", CancellationToken.None);
        Assert.Equal(MessageStatus.DeadLetter, letter!.Status);
    }

    [Fact]
    public async Task A_late_driver_is_noticed()
    {
        await using var platform = await RunningPlatform.StartAsync();
        var booking = await platform.BookAsync(PaymentMethod.Cash, TimeSpan.FromHours(1));
        await platform.AssignAsync(booking.Id);
        await platform.QuietAsync(booking.Id);

        platform.Time.Advance(TimeSpan.FromMinutes(70));

        await platform.UntilSentAsync(platform.Policies.DispatchEmail, "driver-late");
    }

    [Fact]
    public async Task Of_many_who_assign_one_driver_to_jobs_at_one_time_one_succeeds()
    {
        await using var platform = await RunningPlatform.StartAsync();
        var bookings = new List<Booking>();
        for (var i = 0; i < 8; i++)
            bookings.Add(await platform.BookAsync(PaymentMethod.Cash));

        var outcomes = await AssignAllAsync(platform, bookings);

        Assert.Single(outcomes, outcome => outcome.Succeeded);
        Assert.All(outcomes.Where(outcome => !outcome.Succeeded), outcome =>
            // Driver and vehicle are read side by side: the winner may come between the two.
            Assert.Contains(outcome.Refusal!.Facts!["gate"], (object[])[Gate.DriverOverlappingJob, Gate.VehicleOverlappingJob]));
    }

    [Fact]
    public async Task Of_two_jobs_that_midnight_parts_and_the_way_between_them_does_not_one_driver_gets_one()
    {
        for (var round = 0; round < 5; round++)
        {
            await using var platform = await RunningPlatform.StartAsync();
            var midnight = RunningPlatform.Start.Date.AddDays(3);
            var duration = (await platform.BookAsync(PaymentMethod.Cash)).Journey is var journey ? journey.EstimatedEnd - journey.PickupAt : default;
            var late = await platform.BookAsync(PaymentMethod.Cash, midnight - duration - TimeSpan.FromMinutes(5) - RunningPlatform.Start);
            var early = await platform.BookAsync(PaymentMethod.Cash, midnight + TimeSpan.FromMinutes(2) - RunningPlatform.Start);

            var outcomes = await AssignAllAsync(platform, [late, early]);

            Assert.Single(outcomes, outcome => outcome.Succeeded);
        }
    }

    [Fact]
    public async Task A_job_that_is_given_to_another_driver_frees_the_first()
    {
        await using var platform = await RunningPlatform.StartAsync();
        var booking = await platform.BookAsync(PaymentMethod.Cash);

        await platform.AssignAsync(booking.Id, 1);
        var reassigned = await platform.AssignAsync(booking.Id, 2);

        Assert.Equal(DriverId.Parse("driver_2"), reassigned.Driver?.DriverId);
        Assert.Empty(await platform.TakenAsync(DriverId.Parse("driver_1"), booking.Journey));
        Assert.Single(await platform.TakenAsync(DriverId.Parse("driver_2"), booking.Journey));
        await platform.UntilSentAsync("driver1@nots.test", "driver-job-cancelled");
    }

    [Fact]
    public async Task A_moved_pick_up_moves_the_drivers_time_and_is_refused_where_the_driver_is_taken()
    {
        await using var platform = await RunningPlatform.StartAsync();
        var first = await platform.BookAsync(PaymentMethod.Cash, TimeSpan.FromDays(3));
        var second = await platform.BookAsync(PaymentMethod.Cash, TimeSpan.FromDays(3) + TimeSpan.FromHours(2));
        await platform.AssignAsync(first.Id);
        await platform.AssignAsync(second.Id);

        var onto = await AmendAsync(platform, first.Id.Value, second.Journey.PickupAt.AddMinutes(10));
        var beside = await AmendAsync(platform, first.Id.Value, second.Journey.PickupAt.AddHours(3));

        Assert.Equal("driver_overlapping_job", onto.Refusal!.Facts!["gate"]);
        Assert.True(beside.Succeeded, beside.Refusal?.Message);
        var taken = await platform.TakenAsync(DriverId.Parse("driver_1"), second.Journey);
        Assert.Equal(
            [second.Journey.PickupAt, second.Journey.PickupAt.AddHours(3)],
            taken.Select(allocation => allocation.Slot.From).Order());
        var (_, record) = await platform.Get<IBookingStore>().WithLegalRecordAsync(first.Id, CancellationToken.None);
        Assert.Equal(second.Journey.PickupAt.AddHours(3), record!.PickupAt);
    }

    private static Task<Domain.Common.Result<BookingDetails>> AmendAsync(RunningPlatform platform, string bookingId, DateTimeOffset pickupAt) =>
        platform.Get<AmendBooking>().ExecuteAsync(
            bookingId, new AmendRequest { PickupTime = pickupAt.ToString("O") }, platform.Dispatcher, CancellationToken.None);

    /// <summary>Everybody wants driver 1 at the same moment.</summary>
    private static async Task<Nots.Domain.Common.Result<BookingDetails>[]> AssignAllAsync(RunningPlatform platform, IReadOnlyList<Booking> bookings)
    {
        var assigning = Task.WhenAll(bookings.Select(booking => platform.Get<AssignDriver>().ExecuteAsync(
            new AssignRequest { BookingId = booking.Id.Value, DriverId = "driver_1", VehicleId = "vehicle_1" }, platform.Dispatcher, CancellationToken.None)));
        await platform.UntilAsync(
            () =>
            {
                // Who loses a race waits a moment before the next try.
                platform.Time.Advance(TimeSpan.FromMilliseconds(50));
                return Task.FromResult(assigning.IsCompleted);
            },
            () => "still assigning");
        return await assigning;
    }

    private static async Task SuspendAsync(RunningPlatform platform, string driverId)
    {
        var driver = await platform.Get<Nots.Application.Drivers.IDriverStore>().GetAsync(DriverId.Parse(driverId), CancellationToken.None);
        var transaction = platform.Get<ITransactions>().Begin();
        transaction.Update(driver! with { Status = DriverStatus.Suspended });
        await transaction.CommitAsync(CancellationToken.None);
    }
}
