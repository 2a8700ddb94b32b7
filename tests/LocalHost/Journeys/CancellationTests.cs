using Nots.LocalHost.Tests.Running;

namespace Nots.LocalHost.Tests.Journeys;

/// <summary>2 hours or more before the pick-up 100 % back, less than that 50 %, once the driver is on the way nothing.</summary>
public sealed class CancellationTests(SharedHost shared)
{
    [Fact]
    public async Task Two_hours_or_more_before_the_pickup_everything_comes_back()
    {
        var booking = await PaidAsync(Pickup.OnADayOfItsOwn());
        var cancelled = (await shared.Customer.CancelAsync(booking)).Ok();
        Assert.Equal("cancelled", cancelled.Text("status"));
        await EndsRefundedAsync(booking, booking.Amount, "refunded");
    }

    [Fact]
    public async Task Less_than_two_hours_before_the_pickup_half_comes_back()
    {
        var booking = await PaidAsync(Pickup.In(TimeSpan.FromMinutes(90)));
        (await shared.Customer.CancelAsync(booking)).Ok();
        await EndsRefundedAsync(booking, (booking.Amount + 1) / 2, "partially_refunded");
    }

    [Fact]
    public async Task Once_the_driver_is_on_the_way_nothing_comes_back_and_the_driver_is_free()
    {
        var pickupAt = Pickup.OnADayOfItsOwn();
        var booking = await PaidAsync(pickupAt);
        var driver = (await shared.Dispatcher.AssignAsync(booking)).Ok().Text("driver", "driverId");
        await shared.Dispatcher.ReportUpToAsync(booking, "en_route");
        (await shared.Customer.CancelAsync(booking)).Ok();
        await shared.Dispatcher.SeeOrchestrationCompletedAsync(booking, shared.Host);
        Assert.Equal(new StripeDesk.Money(booking.Amount, 0, 0), await shared.Host.Stripe.MoneyOfAsync(booking));
        await shared.Dispatcher.SeeDriverFreeAsync(driver!, pickupAt, shared.Customer);
    }

    [Fact]
    public async Task An_admin_refunds_what_the_policy_would_keep()
    {
        var booking = await PaidAsync(Pickup.In(TimeSpan.FromMinutes(80)));
        (await shared.Admin.DeleteAsync($"/v1/bookings/{booking.Id}?reason=our%20fault&refund=full")).Ok();
        await EndsRefundedAsync(booking, booking.Amount, "refunded");
    }

    [Fact]
    public async Task What_is_cancelled_cannot_be_cancelled_again()
    {
        var booking = await PaidAsync(Pickup.OnADayOfItsOwn());
        (await shared.Customer.CancelAsync(booking)).Ok();
        var again = await shared.Customer.CancelAsync(booking);
        Assert.Equal((409, "CONFLICT"), (again.Status, again.Code));
        await EndsRefundedAsync(booking, booking.Amount, "refunded");
    }

    private async Task<Booked> PaidAsync(DateTimeOffset pickupAt)
    {
        var booking = await shared.Customer.BookAsync(pickupAt);
        await shared.Host.Stripe.PayAsync(booking);
        await shared.Customer.SeeAsync(booking, "confirmed", shared.Host);
        return booking;
    }

    private async Task EndsRefundedAsync(Booked booking, long pence, string paymentStatus)
    {
        var host = shared.Host;
        var refunded = await shared.Customer.SeeAsync(booking, answer => answer.Text("cancellation", "refundStatus") == "succeeded", "refunded", host);
        Assert.Equal(pence, refunded.Body.GetProperty("cancellation").GetProperty("refundAmount").GetInt64());
        Assert.Equal(paymentStatus, refunded.Text("payment", "status"));
        Assert.Equal(pence, refunded.Body.GetProperty("payment").GetProperty("refunded").GetInt64());
        await shared.Dispatcher.SeeOrchestrationCompletedAsync(booking, host);
        Assert.Equal(new StripeDesk.Money(booking.Amount, pence, 1), await host.Stripe.MoneyOfAsync(booking));
        Assert.Single(await host.Nots.MailboxAsync(booking.Email), message => message.Template == "booking-cancelled");
    }
}
