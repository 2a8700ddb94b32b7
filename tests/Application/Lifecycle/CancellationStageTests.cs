using Microsoft.DurableTask.Client;
using Nots.Application.Bookings;
using Nots.Application.Payments;
using Nots.Application.Tests.Platform;
using Nots.Domain.Bookings;
using Nots.Domain.Common;

namespace Nots.Application.Tests.Lifecycle;

public sealed class CancellationStageTests
{
    [Fact]
    public async Task An_early_cancellation_refunds_all_frees_the_driver_and_tells_everybody()
    {
        await using var platform = await RunningPlatform.StartAsync();
        var booking = await PaidAsync(platform);
        await platform.AssignAsync(booking.Id);

        await CancelAsync(platform, booking.Id.Value);
        await platform.RecordHistoryAsync(booking.Id, "cancelled-and-refunded");
        var cancelled = await platform.UntilAsync(booking.Id, b => b.ClosedAt is not null);

        Assert.Equal((BookingStatus.Cancelled, PaymentStatus.Refunded, 1228), (cancelled.Status, cancelled.Payment.Status, cancelled.Payment.Refunded));
        Assert.Equal(RefundStatus.Succeeded, cancelled.Cancellation?.RefundStatus);
        Assert.Equal(1228, Assert.Single(platform.Gateway.Refunds).AmountPence);
        Assert.Empty(await platform.TakenAsync(DriverId.Parse("driver_1"), booking.Journey));
        Assert.Contains("driver-job-cancelled", platform.Post.TemplatesTo("driver1@nots.test"));
        Assert.Contains(platform.Post.Taken, message => message.Template == "booking-cancelled" && message.Text.Contains("£12.28", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_refund_that_fell_due_while_the_orchestration_was_terminated_is_made_when_it_is_restarted()
    {
        await using var platform = await RunningPlatform.StartAsync();
        var booking = await PaidAsync(platform);
        var orchestrations = platform.Get<DurableTaskClient>();
        await orchestrations.TerminateInstanceAsync(booking.Id.Value, "by mistake", CancellationToken.None);
        await orchestrations.WaitForInstanceCompletionAsync(booking.Id.Value, CancellationToken.None);

        await CancelAsync(platform, booking.Id.Value);
        Assert.Empty(platform.Gateway.Refunds);
        await orchestrations.RestartAsync(booking.Id.Value, cancellation: CancellationToken.None);
        var cancelled = await platform.UntilAsync(booking.Id, b => b.ClosedAt is not null);

        Assert.Equal((PaymentStatus.Refunded, RefundStatus.Succeeded), (cancelled.Payment.Status, cancelled.Cancellation?.RefundStatus));
        Assert.Equal(1228, Assert.Single(platform.Gateway.Refunds).AmountPence);
    }

    [Fact]
    public async Task A_late_cancellation_refunds_half()
    {
        await using var platform = await RunningPlatform.StartAsync();
        var booking = await PaidAsync(platform, TimeSpan.FromMinutes(119));

        await CancelAsync(platform, booking.Id.Value);
        var cancelled = await platform.UntilAsync(booking.Id, b => b.ClosedAt is not null);

        Assert.Equal((PaymentStatus.PartiallyRefunded, 614), (cancelled.Payment.Status, cancelled.Payment.Refunded));
    }

    [Fact]
    public async Task A_cancellation_before_payment_cancels_the_intent()
    {
        await using var platform = await RunningPlatform.StartAsync();
        var booking = await platform.BookAsync();

        await CancelAsync(platform, booking.Id.Value);
        var cancelled = await platform.UntilAsync(booking.Id, b => b.ClosedAt is not null);

        Assert.Equal(PaymentStatus.Cancelled, cancelled.Payment.Status);
        Assert.Equal(GatewayIntentState.Canceled, Assert.Single(platform.Gateway.Intents).State);
        Assert.Empty(platform.Gateway.Refunds);
    }

    [Fact]
    public async Task A_payment_that_overtook_the_cancellation_is_given_back_whole()
    {
        await using var platform = await RunningPlatform.StartAsync();
        var booking = await platform.BookAsync(ahead: TimeSpan.FromMinutes(60));
        platform.Gateway.Pay(booking.Payment.IntentId!);

        await CancelAsync(platform, booking.Id.Value);
        var cancelled = await platform.UntilAsync(booking.Id, b => b.ClosedAt is not null);

        Assert.Equal((PaymentStatus.Refunded, 1228), (cancelled.Payment.Status, cancelled.Payment.Refunded));
    }

    [Fact]
    public async Task A_refund_survives_an_outage_of_the_card_processor_and_is_made_once()
    {
        await using var platform = await RunningPlatform.StartAsync();
        var booking = await PaidAsync(platform);
        platform.Gateway.FailuresToCome = 3;

        await CancelAsync(platform, booking.Id.Value);
        await platform.UntilAsync(
            async () =>
            {
                platform.Time.Advance(TimeSpan.FromSeconds(2));
                return (await platform.ReadAsync(booking.Id)).ClosedAt is not null;
            },
            () => "not closed");

        Assert.Single(platform.Gateway.Refunds);
        Assert.Equal(PaymentStatus.Refunded, (await platform.ReadAsync(booking.Id)).Payment.Status);
    }

    [Fact]
    public async Task A_refund_that_fails_goes_to_the_dispatchers()
    {
        await using var platform = await RunningPlatform.StartAsync();
        var booking = await PaidAsync(platform);
        platform.Gateway.RefundState = GatewayRefundState.Failed;

        await CancelAsync(platform, booking.Id.Value);
        await platform.UntilSentAsync(platform.Policies.DispatchEmail, "refund-failed");

        Assert.Equal(RefundStatus.Failed, (await platform.ReadAsync(booking.Id)).Cancellation?.RefundStatus);
    }

    [Fact]
    public async Task A_dispute_after_the_end_runs_the_orchestration_again_and_says_nothing_twice()
    {
        await using var platform = await RunningPlatform.StartAsync();
        var booking = await PaidAsync(platform);
        await CancelAsync(platform, booking.Id.Value);
        await platform.UntilAsync(booking.Id, b => b.ClosedAt is not null);
        await platform.QuietAsync(booking.Id);
        var before = platform.Post.Taken.Count;

        await platform.Get<HandlePaymentEvent>().ExecuteAsync(
            new PaymentEvent("evt_dispute", PaymentEventKind.Disputed, booking.Payment.IntentId, booking.Id.Value, 1228, "GBP", "fraudulent", platform.Time.GetUtcNow()),
            CancellationToken.None);
        await platform.UntilAsync(booking.Id, b => b.ClosedAt is not null);

        Assert.Contains("payment-dispute", platform.Post.TemplatesTo(platform.Policies.DispatchEmail));
        Assert.Equal(before + 1, platform.Post.Taken.Count);
        Assert.Single(platform.Gateway.Refunds);
    }

    private static async Task<Booking> PaidAsync(RunningPlatform platform, TimeSpan? ahead = null)
    {
        var booking = await platform.BookAsync(ahead: ahead);
        await platform.PayAsync(booking);
        return await platform.ReadAsync(booking.Id);
    }

    private static async Task CancelAsync(RunningPlatform platform, string bookingId)
    {
        var cancelled = await platform.Get<CancelBooking>().ExecuteAsync(bookingId, "plans changed", null, platform.Dispatcher, CancellationToken.None);
        Assert.True(cancelled.Succeeded, cancelled.Refusal?.Message);
    }
}
