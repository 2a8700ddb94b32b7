using Nots.LocalHost.Tests.Running;

namespace Nots.LocalHost.Tests.Payments;

public sealed class DeclinedCardTest(SharedHost shared)
{
    [Fact]
    public async Task After_a_declined_card_another_card_pays_for_the_same_booking()
    {
        var host = shared.Host;
        var booking = await shared.Customer.BookAsync(Pickup.OnADayOfItsOwn());
        Assert.Equal("card_declined", await host.Stripe.PayAsync(booking, "pm_card_chargeDeclined"));
        var declined = await shared.Customer.SeeAsync(booking, answer => answer.Text("payment", "status") == "failed", "declined", host);
        Assert.Equal("pending", declined.Text("status"));

        var intent = (await shared.Customer.PostAsync("/v1/payments/intents", new { bookingId = booking.Id })).Ok();
        Assert.Equal(booking.IntentId, intent.Text("paymentIntentId"));
        Assert.Equal("succeeded", await host.Stripe.PayAsync(booking));
        await shared.Customer.SeeAsync(booking, "confirmed", host);
        Assert.Equal(new StripeDesk.Money(booking.Amount, 0, 0), await host.Stripe.MoneyOfAsync(booking));
        await Until.TrueAsync(
            async () => (await host.Nots.MailboxAsync(booking.Email)).Any(message => message.Template == "booking-confirmed"), "the customer is told", () => host.Log);
        Assert.Equal(["payment-failed", "booking-confirmed"], (await host.Nots.MailboxAsync(booking.Email)).Select(message => message.Template));
    }
}
