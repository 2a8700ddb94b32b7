using System.Diagnostics;
using Nots.Cli.Wire;

namespace Nots.Host.Bench;

/// <summary>
/// Whole lives of bookings: quote, booking, card payment at the simulator with its webhook, driver, four reports of progress; and
/// after the last of them everything that the orchestrations still do. Customers, dispatchers and simulator share the machine.
/// </summary>
internal static class Lifecycle
{
    private const int AtOnce = 64;

    /// <summary>The class of each seeded driver's vehicle.</summary>
    private static readonly string[] Classes = [.. Enumerable.Repeat("standard", 5), .. Enumerable.Repeat("executive", 3), .. Enumerable.Repeat("minibus", 2)];

    private static readonly TimeSpan BetweenJobs = TimeSpan.FromMinutes(90);
    private static readonly string[] Reports = ["en_route", "arrived", "onboard", "completed"];

    public static async Task<LifecycleFigures> RunAsync(PlatformProcess platform, int bookings, int firstJob = 0)
    {
        var customer = await platform.Nots.SignInAsync("customer@nots.test", default);
        var dispatcher = await platform.Nots.SignInAsync("dispatcher@nots.test", default);
        var (cpu, started) = (platform.ProcessorTime, Stopwatch.GetTimestamp());
        await Parallel.ForEachAsync(
            Enumerable.Range(firstJob, bookings),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
            async (job, _) => await LiveAsync(platform, customer, dispatcher, job));
        var completed = Stopwatch.GetElapsedTime(started);
        await QuietAsync(platform);
        return new LifecycleFigures(bookings, completed, Stopwatch.GetElapsedTime(started), platform.ProcessorTime - cpu);
    }

    public static QuoteRequest QuoteRequest(string vehicleClass, DateTimeOffset pickup) => new(
        new Location("Bournemouth Railway Station", 50.7272, -1.8645), new Location("Poole Harbour", 50.7122, -1.9876),
        null, pickup, null, null, 2, 1, vehicleClass, "one_way");

    public static BookingRequest BookingRequest(string quoteId, int job, string paymentMethod) =>
        new(quoteId, new Customer("Ada", "Byron", $"ada.{job}@example.com", "+447700900123"), paymentMethod);

    /// <summary>The seeded driver who does a job: all of them in turn.</summary>
    public static string DriverOf(int job) => $"driver_{(job % Classes.Length) + 1:D26}";

    public static string VehicleOf(int job) => $"vehicle_{(job % Classes.Length) + 1:D26}";

    private static async Task LiveAsync(PlatformProcess platform, NotsSession customer, NotsSession dispatcher, int job)
    {
        var pickup = DateTimeOffset.UtcNow.Date.AddDays(3) + (job / Classes.Length * BetweenJobs);
        var quote = await customer.QuoteAsync(QuoteRequest(Classes[job % Classes.Length], pickup), default);
        var booking = await customer.BookAsync(BookingRequest(quote.QuoteId, job, "card"), $"job-{job}", default);
        var intent = new PaymentIntent(booking.Payment.PaymentIntentId!, booking.Payment.ClientSecret!, booking.Payment.Amount);
        await platform.Stripe.ConfirmAsync(intent, "pm_card_visa", default);
        while ((await customer.BookingAsync(booking.BookingId, default)).Status == BookingStatus.Pending)
            await Task.Delay(25);
        await dispatcher.AssignAsync(booking.BookingId, DriverOf(job), VehicleOf(job), default);
        foreach (var report in Reports)
            booking = await dispatcher.ReportAsync(booking.BookingId, report, null, default);
        if (booking.Status != BookingStatus.Completed)
            throw new InvalidOperationException($"{booking.BookingId} is {booking.Status}.");
    }

    /// <summary>Until no orchestration runs any more.</summary>
    private static async Task QuietAsync(PlatformProcess platform)
    {
        var admin = await platform.Nots.SignInAsync("admin@nots.test", default);
        while (await admin.UnderWayAsync(default) > 0)
            await Task.Delay(25);
    }
}
