using System.Diagnostics;
using Nots.Client;

namespace Nots.Host.Bench;

/// <summary>
/// Whole lives of bookings: quote, booking, card payment at the simulator with its webhook, driver, four reports of progress; and
/// after the last of them everything that the orchestrations still do. Customers, dispatchers and simulator share the machine.
/// </summary>
internal static class Lifecycle
{
    private const int AtOnce = 64;

    /// <summary>The class of each seeded driver's vehicle.</summary>
    private static readonly VehicleType[] Classes =
    [
        .. Enumerable.Repeat(VehicleType.Standard, 5),
        .. Enumerable.Repeat(VehicleType.Executive, 3),
        .. Enumerable.Repeat(VehicleType.Minibus, 2),
    ];


    private static readonly TimeSpan BetweenJobs = TimeSpan.FromMinutes(90);
    private static readonly AmendProgress[] Reports =
        [AmendProgress.EnRoute, AmendProgress.Arrived, AmendProgress.Onboard, AmendProgress.Completed];

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

    public static QuoteRequest QuoteRequest(VehicleType vehicleClass, DateTimeOffset pickup) => new()
    {
        PickupLocation = new LocationRequest { Address = "Bournemouth Railway Station", Latitude = 50.7272, Longitude = -1.8645 },
        DropoffLocation = new LocationRequest { Address = "Poole Harbour", Latitude = 50.7122, Longitude = -1.9876 },
        PickupTime = pickup,
        Passengers = 2,
        Luggage = 1,
        VehicleType = vehicleClass,
        JourneyType = JourneyType.OneWay,
    };

    public static BookingRequest BookingRequest(string quoteId, int job, PaymentMethod paymentMethod) => new()
    {
        QuoteId = quoteId,
        Customer = new CustomerRequest { FirstName = "Ada", LastName = "Byron", Email = $"ada.{job}@example.com", Phone = "+447700900123" },
        PaymentMethod = paymentMethod,
    };

    public static AssignRequest AssignRequest(string bookingId, int job) =>
        new() { BookingId = bookingId, DriverId = DriverOf(job), VehicleId = VehicleOf(job), NotifyDriver = true };

    /// <summary>The seeded driver who does a job: all of them in turn.</summary>
    public static string DriverOf(int job) => $"driver_{(job % Classes.Length) + 1:D26}";

    public static string VehicleOf(int job) => $"vehicle_{(job % Classes.Length) + 1:D26}";

    private static async Task LiveAsync(PlatformProcess platform, NotsClient customer, NotsClient dispatcher, int job)
    {
        var pickup = DateTimeOffset.UtcNow.Date.AddDays(3) + (job / Classes.Length * BetweenJobs);
        var quote = await customer.QuotesCreateAsync(QuoteRequest(Classes[job % Classes.Length], pickup));
        var booking = await customer.BookingsCreateAsync(BookingRequest(quote.QuoteId, job, PaymentMethod.Card), $"job-{job}");
        await platform.Stripe.ConfirmAsync(booking.Payment.PaymentIntentId!, booking.Payment.ClientSecret!, "pm_card_visa", default);
        while ((await customer.BookingsGetAsync(booking.BookingId)).Status == BookingStatus.Pending)
            await Task.Delay(25);
        await dispatcher.DispatchAssignAsync(AssignRequest(booking.BookingId, job));
        foreach (var report in Reports)
            booking = await dispatcher.BookingsAmendAsync(booking.BookingId, new AmendRequest { Progress = report });
        if (booking.Status != BookingStatus.Completed)
            throw new InvalidOperationException($"{booking.BookingId} is {booking.Status.WireName()}.");
    }

    /// <summary>Until no orchestration runs any more.</summary>
    private static async Task QuietAsync(PlatformProcess platform)
    {
        var admin = await platform.Nots.SignInAsync("admin@nots.test", default);
        while (await UnderWayAsync(admin) > 0)
            await Task.Delay(25);
    }

    /// <summary>How many orchestrations are under way or about to be, up to a page of each.</summary>
    private static async Task<int> UnderWayAsync(NotsClient admin) =>
        (await admin.OpsOrchestrationsListAsync(OrchestrationStatus.Pending)).Orchestrations.Count
        + (await admin.OpsOrchestrationsListAsync(OrchestrationStatus.Running)).Orchestrations.Count;
}
