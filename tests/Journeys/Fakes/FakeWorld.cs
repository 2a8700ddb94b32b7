using Nots.Cli.Tests.Fakes;
using Nots.Journeys.Output;

namespace Nots.Journeys.Tests.Fakes;

/// <summary>The platform and the Stripe simulator as the demo sees them: a few rules in memory, and whatever is to go wrong.</summary>
internal sealed class FakeWorld(Mischief? mischief = null)
{
    public const string DriverOne = "driver_1";

    public InstantTime Time { get; } = new();

    public Mischief Mischief { get; } = mischief ?? new();

    public TimeSpan PaymentHold { get; init; } = TimeSpan.FromSeconds(15);

    public TimeSpan MinimumNotice { get; init; } = TimeSpan.Zero;

    public TimeSpan FreeWaiting { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Whether the demo has the platform for itself.</summary>
    public bool Alone { get; init; }

    /// <summary>Best first.</summary>
    public IReadOnlyList<string> Drivers { get; init; } = ["driver_2", DriverOne];

    public Dictionary<string, FakeBooking> Bookings { get; } = [];

    /// <summary>Each as <c>user METHOD path</c>.</summary>
    public List<string> Requests { get; } = [];

    public async Task<DemoReport> RunAsync(params JourneyRow[] rows)
    {
        using var platform = Client(new FakePlatform(this));
        using var stripe = Client(new FakeStripe(this));
        var options = new DemoOptions(platform.BaseAddress!, stripe.BaseAddress!, null, 1, false, TimeSpan.FromSeconds(60), Alone);
        return await new DemoRunner(new DevelopmentClient(platform), new StripeClient(stripe), options, Time)
            .RunAsync(rows, new Silence(), TestContext.Current.CancellationToken);
    }

    /// <summary>What time has brought since it was last looked.</summary>
    public void Catch()
    {
        foreach (var booking in Bookings.Values.Where(booking => booking.Status == "pending" && Time.GetUtcNow() >= booking.HeldUntil))
        {
            (booking.Status, booking.PaymentStatus) = ("cancelled", "cancelled");
            booking.Timeline.Add("cancelled");
        }
    }

    public void Paid(FakeBooking booking)
    {
        booking.Charges = Mischief.ChargesOfOnePayment;
        booking.LedgerCharged = booking.Amount + Mischief.ChargedTooMuch;
        if (Mischief.NeverConfirms)
            return;
        (booking.Status, booking.PaymentStatus) = ("confirmed", "completed");
        booking.Timeline.Add("confirmed");
    }

    private static HttpClient Client(HttpMessageHandler handler) => new(handler) { BaseAddress = new Uri("http://fake") };

    private sealed class Silence : IDemoProgress
    {
        public void At(JourneyRow row, string step)
        {
        }

        public void Ended(RowResult result)
        {
        }
    }
}
