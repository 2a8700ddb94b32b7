using Microsoft.DurableTask.Client;
using Nots.Application.Bookings;
using Nots.Application.Common;
using Nots.Domain.Bookings;
using Nots.Domain.Common;
using Nots.Domain.Drivers;
using Nots.Domain.Places;
using Nots.Domain.Quotes;
using Nots.Domain.Users;
using Nots.Domain.Vehicles;

namespace Nots.Api.Tests.Support;

/// <summary>Something valid to start a test from.</summary>
internal static class A
{
    public static readonly DateTimeOffset Now = new(2026, 12, 8, 14, 30, 0, TimeSpan.Zero);

    public const string QuoteJson = """
        {"pickupLocation":{"address":"Bournemouth Railway Station"},"dropoffLocation":{"address":"Poole Harbour"},
         "pickupTime":"2026-12-10T14:30:00Z","passengers":2,"luggage":1,"vehicleType":"standard","journeyType":"one_way"}
        """;

    public static string BookingJson(string quoteId, string method = "card") => $$"""
        {"quoteId":"{{quoteId}}","customer":{"firstName":"Ada","lastName":"Byron","email":"ada@example.com","phone":"+447700900123"},
         "paymentMethod":"{{method}}"}
        """;

    public static Journey Journey() => new()
    {
        Type = JourneyType.OneWay,
        VehicleClass = VehicleClass.Standard,
        Pickup = new Place("Bournemouth Railway Station", new Coordinates(50.7272, -1.8645), PlaceKind.Station),
        Dropoff = new Place("Poole Harbour", new Coordinates(50.7122, -1.9876), PlaceKind.Port),
        Outbound = new Leg(Now.AddDays(2), 8500, 1200, 0, "abc"),
        Passengers = 2,
        Luggage = 1,
        Estimated = true,
    };

    public static Quote Quote(string id = "quote_1", Journey? journey = null) => new()
    {
        Id = QuoteId.Parse(id),
        Journey = journey ?? Journey(),
        Fare = PriceEngine.OneWay(Tariff.Defaults[0], (journey ?? Journey()).Outbound),
        ExpiresAt = Now.AddMinutes(15),
        Version = 1,
        CreatedAt = Now,
        UpdatedAt = Now,
    };

    /// <summary>Of the user "ada", waiting for its card.</summary>
    public static Booking Booking(string id = "booking_1", PaymentMethod method = PaymentMethod.Card)
    {
        var booking = Domain.Bookings.Booking.Create(
            new NewBooking(
                BookingId.Parse(id), "NOTS-7K3M9Q", PaymentId.Parse("payment_1"), Quote(), new Customer("Ada", "Byron", "ada@example.com", "+447700900123"), method,
                new Actor(ActorKind.Customer, "ada"), "ada", TimeSpan.FromMinutes(15)),
            Now).Booking with
        { Version = 1, CreatedAt = Now, UpdatedAt = Now, InternalNotes = "Owes us an umbrella." };
        return method == PaymentMethod.Card ? booking.WithIntent("pi_1") : booking;
    }

    /// <summary>Of the booking that waits for its card.</summary>
    public static PaymentSecret PaymentSecret() => new() { BookingId = BookingId.Parse("booking_1"), IntentId = "pi_1", ClientSecret = "pi_1_secret", ExpiresAt = Now.AddDays(1) };

    /// <summary>Paid, and given to driver 1.</summary>
    public static Booking Assigned() => Booking()
        .PaymentSucceeded(Booking().Payment.Amount, "pi_1", Now)!.Booking
        .Assign(Driver(), Vehicle(), new Actor(ActorKind.Dispatcher, "dee"), Now).Value.Booking;

    public static User User(string id, Role role, string? driverId = null) => new()
    {
        Id = id,
        Email = $"{id}@nots.test",
        FirstName = "A",
        LastName = "B",
        Role = role,
        DriverId = EntityId.Find<DriverId>(driverId),
    };

    public static Driver Driver(string id = "driver_1") => new()
    {
        Id = DriverId.Parse(id),
        FirstName = "Dan",
        LastName = "Drew",
        Email = "dan@example.com",
        Phone = "+447700900456",
        Status = DriverStatus.Active,
        LicenceNumber = "PHD-100",
        LicensingAuthority = "BCP",
        Availability = new DriverAvailability(true, new Coordinates(50.72, -1.88), Now),
        Performance = new DriverPerformance(4.8m, 245, 98.5m, 95.2m, 97.1m),
        VehicleId = VehicleId.Parse("vehicle_1"),
    };

    public static Vehicle Vehicle() => new()
    {
        Id = VehicleId.Parse("vehicle_1"),
        Registration = "HF24 NTS",
        Make = "Toyota",
        Model = "Corolla",
        Year = 2024,
        Color = "Silver",
        VehicleClass = VehicleClass.Standard,
        Seats = 4,
        Status = VehicleStatus.Active,
        PlateNumber = "P-77",
        LicensingAuthority = "BCP",
        DriverId = DriverId.Parse("driver_1"),
    };

    public static OrchestrationMetadata Instance(string id, OrchestrationRuntimeStatus status) => new("booking", id)
    {
        DataConverter = WorkflowJson.Converter,
        RuntimeStatus = status,
        CreatedAt = Now,
        LastUpdatedAt = Now,
        SerializedCustomStatus = """{"stage":"payment","waitingFor":"card"}""",
    };
}
