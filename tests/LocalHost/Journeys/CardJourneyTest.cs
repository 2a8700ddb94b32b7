using Nots.LocalHost.Tests.Running;

namespace Nots.LocalHost.Tests.Journeys;

public sealed class CardJourneyTest(SharedHost shared)
{
    private const string Driver1 = "driver_00000000000000000000000001";

    [Fact]
    public async Task A_journey_paid_by_card_goes_from_quote_to_completion()
    {
        var host = shared.Host;
        var tripsBefore = await TripsAsync();
        var pickupAt = Pickup.OnADayOfItsOwn();
        var booking = await shared.Customer.BookAsync(pickupAt);
        Assert.Equal("pending", (await shared.Customer.BookingAsync(booking)).Text("status"));

        Assert.Equal("succeeded", await host.Stripe.PayAsync(booking));
        var confirmed = await shared.Customer.SeeAsync(booking, "confirmed", host);
        Assert.Equal("completed", confirmed.Text("payment", "status"));

        var assigned = (await shared.Dispatcher.AssignAsync(booking, Driver1)).Ok();
        Assert.Equal("assigned", assigned.Text("status"));
        Assert.Equal(Driver1, assigned.Text("driver", "driverId"));
        Assert.Contains(booking.Id, await JobsAsync());

        await shared.Driver.ReportUpToAsync(booking, "completed");
        var completed = await shared.Customer.SeeAsync(booking, "completed", host);
        Assert.Equal(
            ["created", "confirmed", "driver_assigned", "en_route", "arrived", "onboard", "completed"],
            completed.Body.GetProperty("timeline").EnumerateArray().Select(entry => entry.GetProperty("event").GetString()));
        await shared.Dispatcher.SeeOrchestrationCompletedAsync(booking, host);

        Assert.Equal(new StripeDesk.Money(booking.Amount, 0, 0), await host.Stripe.MoneyOfAsync(booking));
        await shared.Dispatcher.SeeDriverFreeAsync(Driver1, pickupAt, shared.Customer);
        Assert.Equal(tripsBefore + 1, await TripsAsync());
        await MessagesAreAsync(booking);
    }

    private async Task<int> TripsAsync() =>
        (await shared.Dispatcher.GetAsync($"/v1/drivers/{Driver1}")).Ok().Body.GetProperty("performance").GetProperty("totalTrips").GetInt32();

    private async Task<string> JobsAsync() => (await shared.Dispatcher.GetAsync($"/v1/drivers/{Driver1}/jobs")).Ok().Body.ToString();

    private async Task MessagesAreAsync(Booked booking)
    {
        var messages = await shared.Host.Nots.MailboxAsync(booking.Email);
        Assert.Equal(
            ["booking-confirmed", "driver-assigned", "driver-en-route", "driver-arrived", "journey-completed"],
            messages.Select(message => message.Template));
        Assert.All(messages, message => Assert.Equal(booking.Id, message.BookingId));
        var driver = await shared.Host.Nots.MailboxAsync("driver@nots.test");
        Assert.Single(driver, message => message.Template == "driver-job" && message.BookingId == booking.Id);
    }
}
