using Nots.LocalHost.Tests.Running;

namespace Nots.LocalHost.Tests.Journeys;

public sealed class NoShowTests(SharedHost shared)
{
    [Fact]
    public async Task After_the_free_waiting_the_driver_reports_a_no_show_and_nothing_is_refunded()
    {
        var booking = await ArrivedAsync(Pickup.In(TimeSpan.FromSeconds(2)));
        await Until.TrueAsync(
            async () => (await shared.Dispatcher.ReportAsync(booking, "no_show")).Status == 200, "the free waiting is over", () => shared.Host.Log);
        Assert.Equal("no_show", (await shared.Dispatcher.BookingAsync(booking)).Text("status"));
        await shared.Dispatcher.SeeOrchestrationCompletedAsync(booking, shared.Host);
        Assert.Equal(new StripeDesk.Money(booking.Amount, 0, 0), await shared.Host.Stripe.MoneyOfAsync(booking));
        Assert.Single(await shared.Host.Nots.MailboxAsync(booking.Email), message => message.Template == "no-show");
    }

    [Fact]
    public async Task During_the_free_waiting_a_no_show_is_refused()
    {
        var booking = await ArrivedAsync(Pickup.OnADayOfItsOwn());
        var answer = await shared.Dispatcher.ReportAsync(booking, "no_show");
        Assert.Equal((409, "CONFLICT"), (answer.Status, answer.Code));
        Assert.Equal("in_progress", (await shared.Dispatcher.BookingAsync(booking)).Text("status"));
    }

    private async Task<Booked> ArrivedAsync(DateTimeOffset pickupAt)
    {
        var booking = await shared.Customer.BookAsync(pickupAt, vehicleType: "executive");
        await shared.Host.Stripe.PayAsync(booking);
        await shared.Dispatcher.SeeAsync(booking, "confirmed", shared.Host);
        (await shared.Dispatcher.AssignAsync(booking)).Ok();
        await shared.Dispatcher.ReportUpToAsync(booking, "arrived");
        return booking;
    }
}
