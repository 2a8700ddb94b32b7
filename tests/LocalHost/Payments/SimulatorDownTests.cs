using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Nots.LocalHost.Tests.Running;

namespace Nots.LocalHost.Tests.Payments;

public sealed partial class SimulatorDownTests : IAsyncLifetime
{
    private RunningHost _host = null!;
    private Session _customer = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await RunningHost.StartAsync();
        _customer = await _host.Nots.SignInAsync("customer");
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task A_booking_made_while_Stripe_is_out_is_held_and_paid_once_it_is_back()
    {
        var quote = await _customer.QuoteAsync(Pickup.OnADayOfItsOwn());
        await _host.Stripe.DisturbCallsAsync("error", ("path", "/v1/payment_intents"), ("next", "1000"));
        var booking = Booked.Of((await _customer.PostAsync("/v1/bookings", Session.BookingOf(quote, "card"))).Ok());
        Assert.Null(booking.IntentId);
        Assert.Equal("pending", (await _customer.BookingAsync(booking)).Text("status"));

        await _host.Stripe.LeaveCallsAloneAsync();
        var intent = (await _customer.PostAsync("/v1/payments/intents", new { bookingId = booking.Id })).Ok();
        booking = booking with { IntentId = intent.Text("paymentIntentId") };
        Assert.Equal("succeeded", await _host.Stripe.PayAsync(booking));
        await _customer.SeeAsync(booking, "confirmed", _host);
        Assert.Equal(new StripeDesk.Money(booking.Amount, 0, 0), await _host.Stripe.MoneyOfAsync(booking));
    }

    [Fact]
    public async Task A_simulator_that_dies_is_started_again_with_its_state()
    {
        var booking = await _customer.BookAsync(Pickup.OnADayOfItsOwn());
        using (var simulator = Process.GetProcessById(SimulatorProcessId()))
        {
            simulator.Kill();
            await simulator.WaitForExitAsync(TestContext.Current.CancellationToken);
        }
        await Until.TrueAsync(_host.Stripe.AnswersAsync, "the simulator is back", () => _host.Log);
        Assert.Equal("succeeded", await _host.Stripe.PayAsync(booking));
        await _customer.SeeAsync(booking, "confirmed", _host);
    }

    /// <summary>As the host says.</summary>
    private int SimulatorProcessId() =>
        int.Parse(ProcessId().Match(_host.Log).Groups[1].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"The Stripe simulator is process (\d+)")]
    private static partial Regex ProcessId();
}
