using System.Globalization;
using Nots.Cost.Bench.Platform;

namespace Nots.Cost.Bench;

/// <summary>
/// One booking's life, from the quote to the end of its orchestration: a signed-in customer, a card, one driver, 30 hours ahead, so
/// that the reminder, a daily and the last check of compliance are in it. The reports come as far apart as in life.
/// </summary>
internal sealed class Life(RunningPlatform platform)
{
    private int _messages;

    public string BookingId { get; private set; } = "";

    public string ManageToken { get; private set; } = "";

    public async Task RunAsync()
    {
        var pickup = platform.Time.GetUtcNow().AddHours(30);
        var quoteId = "";
        await StepAsync("quote", 0, async () => quoteId = (await platform.AskAsync(
            HttpMethod.Post, "/v1/quotes", platform.Customer, Quote(pickup))).GetProperty("quoteId").GetString()!);
        await StepAsync("booking", 0, async () => await BookAsync(quoteId));
        platform.Time.Advance(TimeSpan.FromMinutes(2));
        await StepAsync("payment", 2, () => platform.AskAsync(
            HttpMethod.Post, "/v1/webhooks/stripe", null, platform.Cards.Paid(BookingId), ("Stripe-Signature", "t=1,v1=0")));
        platform.Time.Advance(TimeSpan.FromHours(1));
        await StepAsync("assignment", 4, () => platform.AskAsync(HttpMethod.Post, "/v1/dispatch/assign", platform.Dispatcher, new
        {
            bookingId = BookingId,
            driverId = platform.Fleet.DriverId,
            vehicleId = platform.Fleet.VehicleId,
        }));
        await StepAsync("reminder, 24 h before", 2, () => UntilAsync(pickup.AddHours(-24)));
        await StepAsync("compliance, daily", 0, () => UntilAsync(pickup.AddHours(-4)));
        await StepAsync("compliance, 2 h before", 0, () => UntilAsync(pickup.AddHours(-2)));
        platform.Time.SetUtcNow(pickup.AddMinutes(-25));
        await StepAsync("en route", 2, () => ReportAsync("en_route"));
        platform.Time.SetUtcNow(pickup.AddMinutes(-3));
        await StepAsync("arrived", 2, () => ReportAsync("arrived"));
        platform.Time.SetUtcNow(pickup.AddMinutes(4));
        await StepAsync("onboard", 0, () => ReportAsync("onboard"));
        platform.Time.SetUtcNow(pickup.AddMinutes(31));
        await StepAsync("completed", 2, () => ReportAsync("completed"));
    }

    private async Task StepAsync(string name, int messages, Func<Task> work)
    {
        platform.Ledger.Step = name;
        await work();
        await platform.QuietAsync(_messages += messages);
        platform.Ledger.Step = "";
    }

    private Task UntilAsync(DateTimeOffset at)
    {
        platform.Time.SetUtcNow(at);
        return Task.CompletedTask;
    }

    private static object Quote(DateTimeOffset pickup) => new
    {
        pickupLocation = new { address = "Bournemouth Railway Station", latitude = 50.7272, longitude = -1.8645 },
        dropoffLocation = new { address = "Poole Harbour", latitude = 50.7122, longitude = -1.9876 },
        pickupTime = pickup.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        passengers = 2,
        luggage = 1,
        vehicleType = "standard",
        journeyType = "one_way",
    };

    private async Task BookAsync(string quoteId)
    {
        var booked = await platform.AskAsync(
            HttpMethod.Post, "/v1/bookings", platform.Customer,
            new
            {
                quoteId,
                customer = new { firstName = "Ada", lastName = "Byron", email = "ada@example.com", phone = "+447700900123" },
                pickupInstructions = "Main entrance",
                specialRequirements = "Child seat",
                paymentMethod = "card",
            },
            ("Idempotency-Key", "0190e6a4-5b6c-7d8e-9fa0-b1c2d3e4f506"));
        (BookingId, ManageToken) = (booked.GetProperty("bookingId").GetString()!, booked.GetProperty("manageToken").GetString()!);
    }

    private async Task ReportAsync(string step) => await platform.AskAsync(
        HttpMethod.Patch, $"/v1/bookings/{BookingId}", platform.Driver, new { progress = step });
}
