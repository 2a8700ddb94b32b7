using Nots.LocalHost.Tests.Running;

namespace Nots.LocalHost.Tests.Payments;

/// <summary>Whatever happens to Stripe's webhooks on their way.</summary>
public sealed class WebhookTests : IAsyncLifetime
{
    private RunningHost _host = null!;
    private Session _customer = null!;
    private Session _dispatcher = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await RunningHost.StartAsync(("Nots__Timers__ReconcilePayments", "00:00:01"));
        _customer = await _host.Nots.SignInAsync("customer");
        _dispatcher = await _host.Nots.SignInAsync("dispatcher");
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Duplicated_and_reordered_webhooks_have_their_effect_once()
    {
        await _host.Stripe.DisturbWebhooksAsync("duplicate");
        await _host.Stripe.DisturbWebhooksAsync("reorder", ("window", "3"));
        var bookings = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => _customer.BookAsync(Pickup.OnADayOfItsOwn())));
        foreach (var booking in bookings)
        {
            Assert.Equal("card_declined", await _host.Stripe.PayAsync(booking, "pm_card_chargeDeclined"));
            Assert.Equal("succeeded", await _host.Stripe.PayAsync(booking));
        }
        foreach (var booking in bookings)
            await _customer.SeeAsync(booking, "confirmed", _host);
        foreach (var booking in bookings.Take(3))
            (await _customer.CancelAsync(booking)).Ok();
        foreach (var booking in bookings.Take(3))
        {
            await _customer.SeeAsync(booking, answer => answer.Text("payment", "status") == "refunded", "refunded", _host);
            await _dispatcher.SeeOrchestrationCompletedAsync(booking, _host);
            Assert.Equal(new StripeDesk.Money(booking.Amount, booking.Amount, 1), await _host.Stripe.MoneyOfAsync(booking));
        }
        await _host.Stripe.LeaveWebhooksAloneAsync();
        foreach (var booking in bookings)
            await ToldOnceAsync(booking);
    }

    [Fact]
    public async Task A_payment_whose_webhook_never_comes_is_found_by_reconciliation()
    {
        await _host.Stripe.DisturbWebhooksAsync("drop");
        var booking = await _customer.BookAsync(Pickup.OnADayOfItsOwn());
        Assert.Equal("succeeded", await _host.Stripe.PayAsync(booking));
        await _customer.SeeAsync(booking, "confirmed", _host);
        await ToldOnceAsync(booking);
    }

    private async Task ToldOnceAsync(Booked booking)
    {
        await Until.TrueAsync(async () => (await ConfirmationsAsync()) > 0, "the customer is told", () => _host.Log);
        Assert.Equal(1, await ConfirmationsAsync());

        async Task<int> ConfirmationsAsync() =>
            (await _host.Nots.MailboxAsync(booking.Email)).Count(message => message.Template == "booking-confirmed");
    }
}
