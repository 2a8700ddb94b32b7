using System.Globalization;
using Nots.LocalHost.Tests.Running;

namespace Nots.LocalHost.Tests.Crash;

/// <summary>
/// Takes one booking through its planned life, whatever dies meanwhile. Each step looks first and acts only if it was not done,
/// but for the making of the booking, which has its idempotency key.
/// </summary>
internal sealed class Traveller(PlannedBooking plan, StripeDesk stripe, People people, StepCount steps)
{
    private static readonly string[] Reports = ["en_route", "arrived", "onboard", "completed"];

    /// <summary>Null until it is made.</summary>
    public Booked? Booking { get; private set; }

    public PlannedBooking Plan => plan;

    /// <summary>What went wrong on its way; null where nothing did.</summary>
    public Exception? Fault { get; private set; }

    public async Task TravelAsync()
    {
        try
        {
            await BookAsync();
            if (plan.Paid)
                await PayAsync();
            if (plan.HasDriver)
                await AssignAsync();
            if (plan.LastReport is { } last)
                await ReportAsync(last);
            if (plan.Ending != Ending.Completed)
                await CancelAsync();
        }
        catch (Exception fault) when (fault is InvalidOperationException or TimeoutException)
        {
            Fault = fault;
        }
    }

    private async Task BookAsync()
    {
        var booker = plan.ByCard ? people.Customer : people.Dispatcher;
        var quote = await Persistence.AnswerAsync("quoting", () => booker.PostAsync("/v1/quotes", Session.QuoteOf(plan.PickupAt, plan.VehicleClass)));
        steps.Take();
        var request = Session.BookingOf(quote.Text("quoteId")!, plan.ByCard ? "card" : "cash");
        var key = string.Create(CultureInfo.InvariantCulture, $"traveller-{plan.Number}");
        Booking = Booked.Of(await Persistence.AnswerAsync("booking", () => booker.PostAsync("/v1/bookings", request, ("Idempotency-Key", key))));
        steps.Take();
        if (!plan.ByCard)
            return;
        if (Booking.IntentId is null)
        {
            var intent = await Persistence.AnswerAsync("asking for the intent", () => booker.PostAsync("/v1/payments/intents", new { bookingId = Booking.Id }));
            Booking = Booking with { IntentId = intent.Text("paymentIntentId") };
        }
        steps.Take();
    }

    private async Task PayAsync()
    {
        if (plan.Declined)
            await AtStripeAsync("a declined card", trail => trail.Declined, "pm_card_chargeDeclined");
        await AtStripeAsync("paying", trail => trail.Status == "succeeded", "pm_card_visa");
        await SeeAsync("being confirmed", booking => booking.Text("status") == "confirmed");
    }

    private async Task AtStripeAsync(string what, Func<StripeDesk.Trail, bool> done, string card)
    {
        await Persistence.UntilAsync(
            what,
            async () => await stripe.TrailOfAsync(Booking!) is var trail && done(trail) ? trail : null,
            async () =>
            {
                await stripe.PayAsync(Booking!, card);
                return new Answer(200, default);
            });
        steps.Take();
    }

    private Task AssignAsync() => SeeAsync("getting a driver", booking => booking.Text("status") == "assigned", async () =>
    {
        var candidates = await people.Dispatcher.GetAsync($"/v1/dispatch/candidates?bookingId={Booking!.Id}");
        if (candidates.Status != 200)
            return candidates;
        var eligible = candidates.Body.GetProperty("candidates").EnumerateArray().Where(candidate => candidate.GetProperty("eligible").GetBoolean()).ToList();
        if (eligible.Count == 0)
            return candidates with { Status = 409 };
        var chosen = eligible[plan.Pick % eligible.Count];
        return await people.Dispatcher.PostAsync("/v1/dispatch/assign", new
        {
            bookingId = Booking.Id,
            driverId = chosen.GetProperty("driverId").GetString(),
            vehicleId = chosen.GetProperty("vehicleId").GetString(),
            notifyDriver = true,
        });
    });

    private async Task ReportAsync(string last)
    {
        foreach (var report in Reports[..(Array.IndexOf(Reports, last) + 1)])
            await SeeAsync($"reporting {report}", booking => booking.Text("progress") == report, () => people.Dispatcher.ReportAsync(Booking!, report));
    }

    private Task CancelAsync() => SeeAsync("cancelling", booking => booking.Text("status") == "cancelled", () => people.Dispatcher.CancelAsync(Booking!));

    private async Task SeeAsync(string what, Func<Answer, bool> holds, Func<Task<Answer>>? act = null)
    {
        await Persistence.UntilAsync(
            what,
            async () =>
            {
                var booking = await people.Dispatcher.BookingAsync(Booking!);
                return booking.Status == 200 && holds(booking) ? booking : null;
            },
            act);
        steps.Take();
    }
}
