using Nots.LocalHost.Tests.Running;

namespace Nots.LocalHost.Tests.Payments;

public sealed class PaymentTimeOutTest
{
    [Fact]
    public async Task A_booking_that_is_not_paid_in_time_is_released_and_can_no_longer_be_paid()
    {
        await using var host = await RunningHost.StartAsync(("Nots__PaymentHold", "00:00:02"));
        var customer = await host.Nots.SignInAsync("customer");
        var dispatcher = await host.Nots.SignInAsync("dispatcher");
        var booking = await customer.BookAsync(Pickup.OnADayOfItsOwn());

        var cancelled = await customer.SeeAsync(booking, "cancelled", host);
        Assert.Equal("cancelled", cancelled.Text("payment", "status"));
        Assert.Equal(0, cancelled.Body.GetProperty("cancellation").GetProperty("refundAmount").GetInt64());
        Assert.Equal("canceled", await host.Stripe.IntentStatusAsync(booking));
        Assert.Equal("payment_intent_unexpected_state", await host.Stripe.PayAsync(booking));
        await dispatcher.SeeOrchestrationCompletedAsync(booking, host);
        Assert.Equal(["booking-cancelled"], (await host.Nots.MailboxAsync(booking.Email)).Select(message => message.Template));
    }
}
