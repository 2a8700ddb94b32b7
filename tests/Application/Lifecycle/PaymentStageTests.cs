using Nots.Application.Payments;
using Nots.Application.Tests.Platform;
using Nots.Domain.Bookings;

namespace Nots.Application.Tests.Lifecycle;

public sealed class PaymentStageTests
{
    [Fact]
    public async Task Operations_see_what_it_waits_for_until_when_and_that_nothing_is_wrong()
    {
        await using var platform = await RunningPlatform.StartAsync();
        var booking = await platform.BookAsync();

        await platform.QuietAsync(booking.Id);

        Assert.Equal(
            """{"stage":"payment","waitingFor":"payment","nextDeadline":"2026-12-01T09:15:00Z","lastError":null}""",
            (await platform.OrchestrationAsync(booking.Id))!.SerializedCustomStatus);
    }

    [Fact]
    public async Task A_paid_booking_is_confirmed_and_the_customer_is_told_once()
    {
        await using var platform = await RunningPlatform.StartAsync();
        var booking = await platform.BookAsync();

        await platform.PayAsync(booking);
        await platform.PayAsync(booking);
        await platform.UntilSentAsync("+447700900123", "booking-confirmed");
        await platform.QuietAsync(booking.Id);

        Assert.Equal(BookingStatus.Confirmed, (await platform.ReadAsync(booking.Id)).Status);
        Assert.Equal(["booking-confirmed"], platform.Post.TemplatesTo("ada@example.com"));
    }

    [Fact]
    public async Task At_the_end_of_the_hold_the_intent_is_cancelled_first_and_the_booking_released()
    {
        await using var platform = await RunningPlatform.StartAsync();
        var booking = await platform.BookAsync();
        await platform.QuietAsync(booking.Id);

        platform.Time.Advance(TimeSpan.FromMinutes(15));
        await platform.UntilAsync(booking.Id, b => b.Status == BookingStatus.Cancelled);
        await platform.RecordHistoryAsync(booking.Id, "released-unpaid");
        var released = await platform.UntilAsync(booking.Id, b => b.ClosedAt is not null);

        Assert.Equal((BookingStatus.Cancelled, PaymentStatus.Cancelled), (released.Status, released.Payment.Status));
        Assert.Equal(GatewayIntentState.Canceled, Assert.Single(platform.Gateway.Intents).State);
        Assert.Equal(["booking-cancelled"], platform.Post.TemplatesTo("ada@example.com"));
    }

    [Fact]
    public async Task A_payment_that_succeeded_in_the_last_second_of_the_hold_confirms_the_booking()
    {
        await using var platform = await RunningPlatform.StartAsync();
        var booking = await platform.BookAsync();
        await platform.QuietAsync(booking.Id);

        platform.Gateway.Pay(booking.Payment.IntentId!);
        platform.Time.Advance(TimeSpan.FromMinutes(15));
        var paid = await platform.UntilAsync(booking.Id, b => b.Status != BookingStatus.Pending);

        Assert.Equal((BookingStatus.Confirmed, PaymentStatus.Completed), (paid.Status, paid.Payment.Status));
    }

    [Fact]
    public async Task A_declined_card_is_told_and_another_card_may_follow()
    {
        await using var platform = await RunningPlatform.StartAsync();
        var booking = await platform.BookAsync();

        await platform.Get<HandlePaymentEvent>().ExecuteAsync(
            new PaymentEvent("evt_1", PaymentEventKind.Failed, booking.Payment.IntentId, booking.Id.Value, 0, "GBP", "Your card was declined.", platform.Time.GetUtcNow()),
            CancellationToken.None);
        await platform.UntilSentAsync("+447700900123", "payment-failed");
        await platform.PayAsync(booking);

        Assert.Equal(BookingStatus.Confirmed, (await platform.ReadAsync(booking.Id)).Status);
    }

    [Fact]
    public async Task A_payment_that_no_webhook_told_of_is_found_by_reconciliation()
    {
        await using var platform = await RunningPlatform.StartAsync();
        var booking = await platform.BookAsync();
        platform.Gateway.Pay(booking.Payment.IntentId!);

        Assert.Equal(1, await platform.Get<ReconcilePayments>().ExecuteAsync(CancellationToken.None));
        Assert.Equal(0, await platform.Get<ReconcilePayments>().ExecuteAsync(CancellationToken.None));

        Assert.Equal(BookingStatus.Confirmed, (await platform.ReadAsync(booking.Id)).Status);
    }

    [Fact]
    public async Task A_wrong_amount_confirms_nothing_and_the_dispatchers_are_told()
    {
        await using var platform = await RunningPlatform.StartAsync();
        var booking = await platform.BookAsync();
        var intent = platform.Gateway.Pay(booking.Payment.IntentId!) with { AmountReceivedPence = 1 };

        await platform.Get<HandlePaymentEvent>().ExecuteAsync(platform.Succeeded(intent), CancellationToken.None);
        await platform.UntilSentAsync(platform.Policies.DispatchEmail, "payment-mismatch");

        Assert.Equal(BookingStatus.Pending, (await platform.ReadAsync(booking.Id)).Status);
    }

    [Fact]
    public async Task A_booking_stands_while_the_card_processor_is_away_and_is_given_its_intent_later()
    {
        await using var platform = await RunningPlatform.StartAsync();
        platform.Gateway.FailuresToCome = 2;
        var booking = await platform.BookAsync();

        var opened = await platform.Get<OpenPaymentIntent>().ExecuteAsync(
            new PaymentIntentRequest { BookingId = booking.Id.Value }, platform.Dispatcher, CancellationToken.None);
        await platform.PayAsync(opened.Value.Booking);

        Assert.Null(booking.Payment.IntentId);
        Assert.Equal(BookingStatus.Confirmed, (await platform.ReadAsync(booking.Id)).Status);
    }
}
