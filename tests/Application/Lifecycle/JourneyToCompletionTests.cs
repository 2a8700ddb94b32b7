using Microsoft.DurableTask.Client;
using Nots.Application.Bookings;
using Nots.Application.Drivers;
using Nots.Application.Lifecycle;
using Nots.Application.Tests.Platform;
using Nots.Domain.Bookings;
using Nots.Domain.Common;

namespace Nots.Application.Tests.Lifecycle;

public sealed class JourneyToCompletionTests
{
    private static readonly JourneyProgress[] WholeJourney =
        [JourneyProgress.EnRoute, JourneyProgress.Arrived, JourneyProgress.Onboard, JourneyProgress.Completed];

    [Fact]
    public async Task A_completed_journey_is_settled_its_record_sealed_and_its_orchestration_ends()
    {
        await using var platform = await RunningPlatform.StartAsync();
        var booking = await platform.BookAsync();
        await platform.RecordHistoryAsync(booking.Id, "waiting-for-payment");
        await platform.PayAsync(booking);
        await platform.RecordHistoryAsync(booking.Id, "confirmed");
        await platform.AssignAsync(booking.Id);
        await platform.RecordHistoryAsync(booking.Id, "assigned");

        await platform.ReportAsync(booking.Id, WholeJourney[..3]);
        await platform.RecordHistoryAsync(booking.Id, "on-the-journey");
        await platform.ReportAsync(booking.Id, WholeJourney[3]);
        await platform.RecordHistoryAsync(booking.Id, "completed");
        var completed = await platform.UntilAsync(booking.Id, b => b.ClosedAt is not null);
        await platform.QuietAsync(booking.Id);

        Assert.Equal((BookingStatus.Completed, PaymentStatus.Completed), (completed.Status, completed.Payment.Status));
        var (_, record) = await platform.Get<IBookingStore>().WithLegalRecordAsync(booking.Id, CancellationToken.None);
        Assert.Equal((BookingStatus.Completed, true), (record!.Outcome, record.SealedAt is not null));
        var driver = await platform.Get<IDriverStore>().GetAsync(DriverId.Parse("driver_1"), CancellationToken.None);
        Assert.Equal(100, driver!.Performance.TotalTrips);
        Assert.Empty(await platform.TakenAsync(DriverId.Parse("driver_1"), booking.Journey));
        Assert.Equal(OrchestrationRuntimeStatus.Completed, (await platform.OrchestrationAsync(booking.Id))!.RuntimeStatus);
        Assert.Equal(
            ["booking-confirmed", "driver-assigned", "driver-en-route", "driver-arrived", "journey-completed"],
            platform.Post.TemplatesTo("ada@example.com"));
    }

    [Fact]
    public async Task A_booking_goes_on_where_it_was_after_a_restart_at_every_stage()
    {
        await using var platform = await RunningPlatform.StartAsync();
        var booking = await platform.BookAsync();
        await platform.RestartAsync();
        await platform.PayAsync(booking);
        await platform.RestartAsync();
        await platform.AssignAsync(booking.Id);
        await platform.RestartAsync();
        foreach (var step in WholeJourney)
        {
            await platform.ReportAsync(booking.Id, step);
            await platform.RestartAsync();
        }

        await platform.UntilAsync(booking.Id, b => b.ClosedAt is not null);

        Assert.Equal(
            ["booking-confirmed", "driver-assigned", "driver-en-route", "driver-arrived", "journey-completed"],
            platform.Post.TemplatesTo("ada@example.com").Distinct());
        Assert.Equal(
            platform.Post.Taken.Select(message => message.Id).Distinct().Count(),
            platform.Post.Taken.Count);
    }

    [Fact]
    public async Task A_signal_that_was_lost_is_relayed_from_the_outbox()
    {
        await using var platform = await RunningPlatform.StartAsync();
        platform.BackendUnreachable = true;
        var booking = await platform.BookAsync(PaymentMethod.Cash);
        platform.BackendUnreachable = false;
        platform.Time.Advance(TimeSpan.FromMinutes(1));

        var relayed = await platform.Get<Nots.Application.Outbox.RelayOutbox>().ExecuteAsync(CancellationToken.None);
        await platform.UntilSentAsync("ada@example.com", "booking-confirmed");

        Assert.Equal(1, relayed);
        Assert.Equal(0, await platform.Get<Nots.Application.Outbox.RelayOutbox>().ExecuteAsync(CancellationToken.None));
        Assert.Equal(BookingStatus.Confirmed, (await platform.ReadAsync(booking.Id)).Status);
    }

    [Fact]
    public async Task A_signal_that_comes_when_the_orchestration_has_completed_by_itself_is_forgotten()
    {
        await using var platform = await RunningPlatform.StartAsync();
        var booking = await platform.BookAsync(PaymentMethod.Cash);
        await platform.AssignAsync(booking.Id);
        platform.BackendUnreachable = true;
        await platform.ReportAsync(booking.Id, WholeJourney);
        platform.BackendUnreachable = false;
        await platform.Get<DurableTaskClient>().RaiseEventAsync(booking.Id.Value, BookingOrchestration.Changed, null, CancellationToken.None);
        await platform.UntilAsync(booking.Id, b => b.ClosedAt is not null);
        await platform.QuietAsync(booking.Id);
        platform.Time.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(WholeJourney.Length, await platform.Get<Nots.Application.Outbox.RelayOutbox>().ExecuteAsync(CancellationToken.None));
        Assert.Equal(0, await platform.Get<Nots.Application.Outbox.RelayOutbox>().ExecuteAsync(CancellationToken.None));
        Assert.Equal(OrchestrationRuntimeStatus.Completed, (await platform.OrchestrationAsync(booking.Id))!.RuntimeStatus);
    }

    [Fact]
    public async Task A_message_that_nobody_accepts_becomes_a_dead_letter_and_the_booking_goes_on()
    {
        await using var platform = await RunningPlatform.StartAsync();
        platform.Post.Refused = "ada@example.com";
        var booking = await platform.BookAsync(PaymentMethod.Cash);

        await platform.UntilSentAsync("+447700900123", "booking-confirmed");
        await platform.QuietAsync(booking.Id);

        var letter = await platform.Get<Nots.Application.Messages.IMessageStore>().GetAsync(booking.Id, "000001.booking-confirmed.email", CancellationToken.None);
        Assert.Equal((Domain.Messages.MessageStatus.DeadLetter, true), (letter!.Status, letter.LastError!.Contains("550", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_journey_that_nobody_reports_completed_is_asked_about()
    {
        await using var platform = await RunningPlatform.StartAsync();
        var booking = await platform.BookAsync(PaymentMethod.Cash, TimeSpan.FromHours(1));
        await platform.AssignAsync(booking.Id);
        await platform.ReportAsync(booking.Id, WholeJourney[..3]);
        await platform.QuietAsync(booking.Id);

        platform.Time.Advance(TimeSpan.FromHours(4));

        await platform.UntilSentAsync(platform.Policies.DispatchEmail, "journey-overdue");
    }
}
