using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Nots.Application.Bookings;
using Nots.Application.Common;
using Nots.Application.Dispatch;
using Nots.Application.Fleet;
using Nots.Application.Lifecycle;
using Nots.Application.Messages;
using Nots.Application.Payments;
using Nots.Application.Places;
using Nots.Application.Quotes;
using Nots.Application.Storage;
using Nots.Domain.Bookings;
using Nots.Domain.Common;
using Nots.Domain.Compliance;
using Nots.Domain.Dispatch;
using Nots.Domain.Drivers;
using Nots.Domain.Quotes;
using Nots.Domain.Users;
using Nots.Domain.Vehicles;
using Nots.Durable.Sqlite;
using Nots.Durable.TaskHub;
using Nots.Integrations.Phones;
using Nots.Integrations.Time;
using Nots.Storage;
using Nots.Storage.Sqlite;
using Nots.Storage.Table;

namespace Nots.Application.Tests.Platform;

/// <summary>
/// The application on its real store and its real durable backend, in a folder of its own, with a clock that the test moves and a card
/// processor and a post in memory.
/// </summary>
internal sealed class RunningPlatform : IAsyncDisposable
{
    public static readonly DateTimeOffset Start = new(2026, 12, 1, 9, 0, 0, TimeSpan.Zero);

    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(30);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("nots-application-");
    private ServiceProvider _services = null!;
    private SqliteTable _table = null!;

    private RunningPlatform(Policies policies)
    {
        Policies = policies;
        Gateway = new FakeGateway(Time);
    }

    public Policies Policies { get; }

    public FakeTimeProvider Time { get; } = new(Start);

    public FakeGateway Gateway { get; }

    public FakePost Post { get; } = new();

    /// <summary>While true, the application cannot reach the durable backend, as if the process died before it signalled.</summary>
    public bool BackendUnreachable { get; set; }

    public Caller Dispatcher { get; } = new(Role.Dispatcher, "user_dispatcher", null, "127.0.0.1");

    public Caller Admin { get; } = new(Role.Admin, "user_admin", null, "127.0.0.1");

    public Caller Customer { get; } = new(Role.Customer, "user_customer", null, "127.0.0.1");

    public static async Task<RunningPlatform> StartAsync(Policies? policies = null)
    {
        var platform = new RunningPlatform(policies ?? new Policies());
        await platform.OpenAsync();
        await platform.SeedAsync();
        return platform;
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>An activity, as the worker makes it.</summary>
    public T Make<T>() => ActivatorUtilities.CreateInstance<T>(_services);

    public async Task<Booking> BookAsync(
        PaymentMethod method = PaymentMethod.Card, TimeSpan? ahead = null, Caller? caller = null, VehicleClass vehicleClass = VehicleClass.Standard)
    {
        var quote = await QuoteAsync(ahead ?? TimeSpan.FromDays(3), vehicleClass);
        var made = await Get<CreateBooking>().ExecuteAsync(Request(quote.Id, method), caller ?? Dispatcher, CancellationToken.None);
        return made.Value.Booking;
    }

    public async Task<Quote> QuoteAsync(TimeSpan ahead, VehicleClass vehicleClass = VehicleClass.Standard)
    {
        var quoted = await Get<RequestQuote>().ExecuteAsync(
            new QuoteRequest
            {
                PickupLocation = new LocationInput("Bournemouth Railway Station"),
                DropoffLocation = new LocationInput("Poole Harbour"),
                PickupTime = (Time.GetUtcNow() + ahead).ToString("yyyy-MM-dd'T'HH:mm:ssK"),
                Passengers = 2,
                VehicleType = Domain.Common.Wire.Name(vehicleClass),
                JourneyType = "one_way",
            },
            Customer,
            CancellationToken.None);
        return quoted.Value.Quote;
    }

    public static BookingRequest Request(QuoteId quoteId, PaymentMethod method = PaymentMethod.Card, string? key = null) => new()
    {
        QuoteId = quoteId.Value,
        Customer = new CustomerInput("Ada", "Byron", "ada@example.com", "+447700900123"),
        PaymentMethod = Domain.Common.Wire.Name(method),
        IdempotencyKey = key,
        RequestHash = $"{quoteId}/{method}",
    };

    /// <summary>The customer pays and the webhook tells us.</summary>
    public async Task PayAsync(Booking booking)
    {
        var intent = Gateway.Pay(booking.Payment.IntentId!);
        await Get<HandlePaymentEvent>().ExecuteAsync(Succeeded(intent), CancellationToken.None);
    }

    public PaymentEvent Succeeded(GatewayIntent intent) => new(
        $"evt_{intent.IntentId}", PaymentEventKind.Succeeded, intent.IntentId, intent.BookingId, intent.AmountReceivedPence, "GBP", null, Time.GetUtcNow());

    public async Task<Booking> AssignAsync(BookingId bookingId, int driver = 1)
    {
        var assigned = await Get<AssignDriver>().ExecuteAsync(
            new AssignRequest { BookingId = bookingId.Value, DriverId = $"driver_{driver}", VehicleId = $"vehicle_{driver}" }, Dispatcher, CancellationToken.None);
        return assigned.Value.Booking;
    }

    public async Task ReportAsync(BookingId bookingId, params JourneyProgress[] steps)
    {
        foreach (var step in steps)
        {
            var reported = await Get<AmendBooking>().ExecuteAsync(
                bookingId.Value, new AmendRequest { Progress = Domain.Common.Wire.Name(step) }, Dispatcher, CancellationToken.None);
            Assert.True(reported.Succeeded, reported.Refusal?.Message);
        }
    }

    public async Task<Booking> ReadAsync(BookingId bookingId) => (await Get<IBookingStore>().GetAsync(bookingId, CancellationToken.None))!;

    /// <summary>What a driver is allocated to from the day before a journey on.</summary>
    public async Task<IReadOnlyList<Allocation>> TakenAsync(DriverId driverId, Journey journey)
    {
        var from = Get<AllocationBook>().FirstDay(journey.Slots);
        return (await Get<IFleetStore>().DriverAsync(driverId, from, CancellationToken.None))!.Allocations;
    }

    public Task<OrchestrationMetadata?> OrchestrationAsync(BookingId bookingId) => Get<DurableTaskClient>().GetInstanceAsync(bookingId.Value, true, CancellationToken.None);

    /// <summary>Waits until the booking is as wanted, or fails with what it is instead.</summary>
    public async Task<Booking> UntilAsync(BookingId bookingId, Func<Booking, bool> wanted)
    {
        var booking = await ReadAsync(bookingId);
        OrchestrationMetadata? run = null;
        await UntilAsync(
            async () =>
            {
                booking = await ReadAsync(bookingId);
                run = await OrchestrationAsync(bookingId);
                return wanted(booking);
            },
            () => $"{booking.Status}, {booking.Payment.Status}, {booking.Cancellation}; orchestration {run?.RuntimeStatus} {run?.SerializedCustomStatus} {run?.FailureDetails}");
        return booking;
    }

    public Task UntilSentAsync(string to, string template) =>
        UntilAsync(() => Task.FromResult(Post.TemplatesTo(to).Contains(template)), () => $"{to} got: {string.Join(", ", Post.TemplatesTo(to))}");

    /// <summary>Waits until the orchestration sleeps towards a stage or has ended; every effect of what happened so far is there then.</summary>
    public async Task QuietAsync(BookingId bookingId)
    {
        OrchestrationMetadata? last = null;
        await UntilAsync(
            async () =>
            {
                var booking = await ReadAsync(bookingId);
                last = await OrchestrationAsync(bookingId);
                return booking.ClosedAt is not null
                    ? last?.RuntimeStatus == OrchestrationRuntimeStatus.Completed
                    : last?.SerializedCustomStatus?.Contains($"\"stage\":\"{Domain.Common.Wire.Name(booking.Stage)}\"", StringComparison.Ordinal) == true;
            },
            () => $"{last?.RuntimeStatus} {last?.SerializedCustomStatus} {last?.FailureDetails}");
    }

    /// <summary>Waits until the orchestration sleeps, and says that it does so towards something.</summary>
    public async Task UntilWaitingForAsync(BookingId bookingId, string what)
    {
        OrchestrationMetadata? last = null;
        await UntilAsync(
            async () =>
            {
                last = await OrchestrationAsync(bookingId);
                return last?.SerializedCustomStatus?.Contains($"\"waitingFor\":\"{what}\"", StringComparison.Ordinal) == true;
            },
            () => $"{last?.RuntimeStatus} {last?.SerializedCustomStatus} {last?.FailureDetails}");
    }

    /// <summary>Waits until something holds.</summary>
    public async Task UntilAsync(Func<Task<bool>> holds, Func<string> otherwise)
    {
        using var bound = new CancellationTokenSource(Bound);
        for (var look = 1; !await holds(); look++)
        {
            if (bound.IsCancellationRequested)
                Assert.Fail($"It did not come to pass within {Bound}: {otherwise()}");
            // The clock was moved while somebody was working out how long to sleep: a real one goes on, and so must this one.
            if (look % 100 == 0)
                Time.Advance(TimeSpan.FromSeconds(20));
            await Task.Delay(5, CancellationToken.None);
        }
    }

    /// <summary>
    /// Stores the history of a booking's orchestration for later versions to be tested with, when <c>NOTS_RECORD_HISTORIES</c>
    /// names a folder.
    /// </summary>
    public async Task RecordHistoryAsync(BookingId bookingId, string name)
    {
        if (Environment.GetEnvironmentVariable("NOTS_RECORD_HISTORIES") is not { Length: > 0 } folder)
            return;
        await QuietAsync(bookingId);
        Directory.CreateDirectory(folder);
        var history = await Get<DurableTaskClient>().GetOrchestrationHistoryAsync(bookingId.Value, CancellationToken.None);
        await File.WriteAllTextAsync(Path.Combine(folder, $"{name}.json"), HistoryJson.Write(history), CancellationToken.None);
    }

    /// <summary>Stops everything and starts it again on the same files.</summary>
    public async Task RestartAsync()
    {
        await CloseAsync();
        await OpenAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        _folder.Delete(recursive: true);
    }

    private async Task OpenAsync()
    {
        _table = await SqliteTable.OpenAsync(new SqliteTableOptions(Path.Combine(_folder.FullName, "table.db")), Time);
        var services = new ServiceCollection()
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Warning))
            .AddSingleton<TimeProvider>(Time)
            .AddSingleton<ITable>(_table)
            .AddSingleton<ILondonTime, NodaLondonTime>()
            .AddSingleton<IPhoneNumbers, LibPhoneNumbers>()
            .AddSingleton<IRoutePlanner, StraightRoads>()
            .AddSingleton<IPaymentGateway>(Gateway)
            .AddSingleton<IEmailSender>(Post)
            .AddSingleton<ISmsSender>(Post)
            .AddApplication(Policies, new SigningKeys([new byte[32]]))
            .AddStorage()
            .AddSqliteOrchestrationService(new SqliteOrchestrationServiceOptions { DatabasePath = Path.Combine(_folder.FullName, "durable.db") })
            .AddDurableTaskWorker(worker => worker.AddTasks(tasks => tasks.AddBookingWorkflows()).UseTaskHub())
            .AddSingleton<DurableTaskClient>(provider => new UnreliableClient(
                provider.GetRequiredService<IDurableTaskClientProvider>().GetClient(), () => BackendUnreachable))
            .AddDurableTaskClient(client => client.UseTaskHub());
        _services = services.BuildServiceProvider();
        foreach (var service in _services.GetServices<IHostedService>())
            await service.StartAsync(CancellationToken.None);
    }

    private async Task CloseAsync()
    {
        foreach (var service in _services.GetServices<IHostedService>())
            await service.StopAsync(CancellationToken.None);
        await _services.DisposeAsync();
        await _table.DisposeAsync();
    }

    private async Task SeedAsync()
    {
        var transaction = Get<ITransactions>().Begin();
        foreach (var tariff in Tariff.Defaults)
            transaction.Add(tariff);
        for (var i = 1; i <= 3; i++)
            SeedDriver(transaction, i);
        await transaction.CommitAsync(CancellationToken.None);
    }

    private static void SeedDriver(ITransaction transaction, int number)
    {
        transaction.Add(new Driver
        {
            Id = DriverId.Parse($"driver_{number}"),
            FirstName = "Dan",
            LastName = $"Driver{number}",
            Email = $"driver{number}@nots.test",
            Phone = $"+44770090020{number}",
            Status = DriverStatus.Active,
            LicenceNumber = $"PHD{number}",
            LicensingAuthority = "BCP Council",
            Availability = new DriverAvailability(true),
            Performance = new DriverPerformance(4.8m, 99, 100, 95, 97),
            VehicleId = VehicleId.Parse($"vehicle_{number}"),
        });
        transaction.Add(new Vehicle
        {
            Id = VehicleId.Parse($"vehicle_{number}"),
            Registration = $"HF24 NT{number}",
            Make = "Skoda",
            Model = "Superb",
            Year = 2024,
            Color = "Black",
            VehicleClass = VehicleClass.Standard,
            Seats = 4,
            Status = VehicleStatus.Active,
            PlateNumber = $"PHV{number}",
            LicensingAuthority = "BCP Council",
            DriverId = DriverId.Parse($"driver_{number}"),
        });
        foreach (var type in ComplianceDocument.RequiredOfDriver)
            transaction.Add(Document(DocumentOwner.Driver, $"driver_{number}", type));
        foreach (var type in ComplianceDocument.RequiredOfVehicle)
            transaction.Add(Document(DocumentOwner.Vehicle, $"vehicle_{number}", type));
    }

    private static ComplianceDocument Document(DocumentOwner owner, string ownerId, DocumentType type) => new()
    {
        Id = $"doc_{ownerId}_{type}",
        Owner = owner,
        OwnerId = ownerId,
        Type = type,
        Review = DocumentStatus.Valid,
        ExpiresAt = Start.AddYears(2),
        ReviewedAt = Start.AddDays(-10),
    };
}
