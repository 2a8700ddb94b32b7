using Nots.LocalHost.Tests.Running;

namespace Nots.LocalHost.Tests.Crashes;

/// <summary>
/// The host is killed (<c>kill -9</c>) at every stage of a booking and started again on its data: the booking goes on where it
/// stood, nothing is lost, and nothing is done or said twice.
/// </summary>
public sealed class CrashTests : IAsyncLifetime
{
    private RunningHost _host = null!;
    private Session _customer = null!;
    private Session _dispatcher = null!;

    public async ValueTask InitializeAsync()
    {
        // A signal that a crash held up is relayed once it is ten seconds old; the usual minute between relays is longer than a test waits.
        _host = await RunningHost.StartAsync(("Nots__Timers__RelayOutbox", "00:00:01"));
        _customer = await _host.Nots.SignInAsync("customer");
        _dispatcher = await _host.Nots.SignInAsync("dispatcher");
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Killed_while_a_booking_is_held_it_is_paid_or_released_in_time()
    {
        var paid = await _customer.BookAsync(Pickup.OnADayOfItsOwn());
        await CrashAsync(("Nots__PaymentHold", "00:00:02"));
        var unpaid = await _customer.BookAsync(Pickup.OnADayOfItsOwn());
        await CrashAsync();
        Assert.Equal("succeeded", await _host.Stripe.PayAsync(paid));
        await _customer.SeeAsync(paid, "confirmed", _host);
        await _customer.SeeAsync(unpaid, "cancelled", _host);
        Assert.Equal("canceled", await _host.Stripe.IntentStatusAsync(unpaid));
        await _dispatcher.SeeOrchestrationCompletedAsync(unpaid, _host);
        await SaidAsync(unpaid, "booking-cancelled");
        await EndsWellAsync(paid);
    }

    [Fact]
    public async Task Killed_between_the_intent_and_the_booking_a_second_try_makes_the_booking_with_that_intent()
    {
        var request = Session.BookingOf(await _customer.QuoteAsync(Pickup.OnADayOfItsOwn()), "card");
        // The intent is opened, and its answer never comes.
        await _host.Stripe.DisturbCallsAsync("timeout", ("path", "/v1/payment_intents"), ("when", "after"), ("delay_ms", "60000"));
        var first = _customer.PostAsync("/v1/bookings", request, ("Idempotency-Key", "cut-short"));
        await Until.TrueAsync(async () => await _host.Stripe.EventsAsync("payment_intent.created") == 1, "the intent is opened", () => _host.Log);
        await CrashAsync();
        await Assert.ThrowsAsync<HttpRequestException>(() => first);
        var booking = Booked.Of((await _customer.PostAsync("/v1/bookings", request, ("Idempotency-Key", "cut-short"))).Ok());
        Assert.Equal([booking.Id], await _host.Stripe.BookingsOfIntentsAsync());
        Assert.Equal("succeeded", await _host.Stripe.PayAsync(booking));
        await _customer.SeeAsync(booking, "confirmed", _host);
    }

    [Fact]
    public async Task Killed_when_a_booking_was_confirmed_it_goes_on()
    {
        var booking = await ConfirmedAsync();
        await CrashAsync();
        Assert.Equal("confirmed", (await _customer.BookingAsync(booking)).Text("status"));
        await EndsWellAsync(booking);
    }

    [Fact]
    public async Task Killed_when_a_driver_was_assigned_it_goes_on()
    {
        var booking = await ConfirmedAsync();
        (await _dispatcher.AssignAsync(booking)).Ok();
        await CrashAsync();
        Assert.Equal("assigned", (await _customer.BookingAsync(booking)).Text("status"));
        await EndsWellAsync(booking);
    }

    [Fact]
    public async Task Killed_during_the_journey_it_goes_on()
    {
        var booking = await ConfirmedAsync();
        (await _dispatcher.AssignAsync(booking)).Ok();
        await _dispatcher.ReportUpToAsync(booking, "arrived");
        await CrashAsync();
        Assert.Equal("arrived", (await _customer.BookingAsync(booking)).Text("progress"));
        await EndsWellAsync(booking);
    }

    [Fact]
    public async Task Killed_while_bookings_are_being_completed_each_is_settled_once()
    {
        var trips = await TripsAsync();
        var bookings = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => OnboardAsync()));
        var reports = bookings.Select(booking => _dispatcher.ReportAsync(booking, "completed")).ToList();
        await Task.WhenAny(reports);
        await CrashAsync();
        await Task.WhenAll(reports).ContinueWith(_ => { }, TaskScheduler.Default);
        foreach (var booking in bookings)
            await EndsWellAsync(booking);
        Assert.Equal(trips + bookings.Length, await TripsAsync());
    }

    [Fact]
    public async Task Killed_while_a_cancelled_booking_is_refunded_it_is_refunded_once()
    {
        var booking = await ConfirmedAsync();
        var driver = (await _dispatcher.AssignAsync(booking)).Ok().Text("driver", "driverId");
        // The refund is made, and its answer is still under way; nor does a webhook tell of it.
        await _host.Stripe.DisturbWebhooksAsync("drop");
        await _host.Stripe.DisturbCallsAsync("slow", ("path", "/v1/refunds"), ("when", "after"), ("next", "2"), ("delay_ms", "1500"));
        (await _customer.CancelAsync(booking)).Ok();
        await Until.TrueAsync(
            async () => (await _host.Stripe.LedgerAsync(booking)).GetProperty("refunded").GetInt64() > 0, "the refund is made", () => _host.Log);
        await CrashAsync();
        await _customer.SeeAsync(booking, answer => answer.Text("cancellation", "refundStatus") == "succeeded", "refunded", _host);
        await _dispatcher.SeeOrchestrationCompletedAsync(booking, _host);
        Assert.Equal(new StripeDesk.Money(booking.Amount, booking.Amount, 1), await _host.Stripe.MoneyOfAsync(booking));
        await SaidAsync(booking, "booking-confirmed", "driver-assigned", "booking-cancelled");
        var record = (await _dispatcher.BookingAsync(booking)).Ok();
        await _dispatcher.SeeDriverFreeAsync(driver!, record.Body.GetProperty("journey").GetProperty("pickupTime").GetDateTimeOffset(), _customer);
    }

    [Fact]
    public async Task Killed_and_started_again_at_once_it_gets_a_simulator_of_its_own()
    {
        var booking = await _customer.BookAsync(Pickup.OnADayOfItsOwn());
        await _host.KillAsync(andWaitForTheSimulator: false);
        await _host.StartAgainAsync();
        await Until.TrueAsync(PaidAsync, "the payment goes through", () => _host.Log);
        await _customer.SeeAsync(booking, "confirmed", _host);

        // The old simulator may still answer for a moment.
        async Task<bool> PaidAsync()
        {
            try
            {
                return await _host.Stripe.PayAsync(booking) is "succeeded" or "payment_intent_unexpected_state";
            }
            catch (HttpRequestException)
            {
                return false;
            }
        }
    }

    private async Task CrashAsync(params (string Name, string Value)[] settings)
    {
        await _host.KillAsync();
        await _host.StartAgainAsync(settings);
    }

    private async Task<Booked> ConfirmedAsync()
    {
        var booking = await _customer.BookAsync(Pickup.OnADayOfItsOwn());
        await _host.Stripe.PayAsync(booking);
        await _customer.SeeAsync(booking, "confirmed", _host);
        return booking;
    }

    private async Task<Booked> OnboardAsync()
    {
        var booking = await ConfirmedAsync();
        (await _dispatcher.AssignAsync(booking)).Ok();
        await _dispatcher.ReportUpToAsync(booking, "onboard");
        return booking;
    }

    /// <summary>Takes the booking through what is left of its life, and looks at all that came of it.</summary>
    private async Task EndsWellAsync(Booked booking)
    {
        if ((await _dispatcher.BookingAsync(booking)).Ok().Text("status") == "confirmed")
            (await _dispatcher.AssignAsync(booking)).Ok();
        await _dispatcher.ReportUpToAsync(booking, "completed");
        await _dispatcher.SeeOrchestrationCompletedAsync(booking, _host);
        var booked = (await _dispatcher.BookingAsync(booking)).Ok();
        Assert.Equal(("completed", "completed"), (booked.Text("status"), booked.Text("payment", "status")));
        Assert.Equal(new StripeDesk.Money(booking.Amount, 0, 0), await _host.Stripe.MoneyOfAsync(booking));
        await SaidAsync(booking, "booking-confirmed", "driver-assigned", "driver-en-route", "driver-arrived", "journey-completed");
    }

    private async Task SaidAsync(Booked booking, params string[] templates) =>
        Assert.Equal(templates, (await _host.Nots.MailboxAsync(booking.Email)).Select(message => message.Template));

    private async Task<int> TripsAsync() => (await _dispatcher.GetAsync("/v1/drivers?limit=100")).Ok().Body.GetProperty("drivers").EnumerateArray()
        .Sum(driver => driver.GetProperty("performance").GetProperty("totalTrips").GetInt32());
}
