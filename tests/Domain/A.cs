using Nots.Domain.Bookings;
using Nots.Domain.Common;
using Nots.Domain.Compliance;
using Nots.Domain.Dispatch;
using Nots.Domain.Drivers;
using Nots.Domain.Places;
using Nots.Domain.Quotes;
using Nots.Domain.Vehicles;

namespace Nots.Domain.Tests;

/// <summary>Something valid to start a test from; a test changes only what it is about.</summary>
internal static class A
{
    public const string IntentId = "pi_1";

    /// <summary>Two days before the pick-up.</summary>
    public static readonly DateTimeOffset Now = new(2026, 12, 8, 14, 30, 0, TimeSpan.Zero);

    public static readonly DateTimeOffset PickupAt = new(2026, 12, 10, 14, 30, 0, TimeSpan.Zero);

    public static readonly Actor Customer = new(ActorKind.Customer, "user_ada");
    public static readonly Actor Dispatcher = new(ActorKind.Dispatcher, "user_dee");
    public static readonly Actor AtTheWheel = new(ActorKind.Driver, "user_dan");

    public static readonly JourneyRules Rules = new(100, TimeSpan.FromMinutes(15), TimeSpan.FromMinutes(45));
    public static readonly DispatchRules DispatchRules = new(TimeSpan.FromMinutes(15), TimeSpan.FromHours(2));

    public static readonly Place Station = new("Bournemouth Railway Station", new Coordinates(50.7272, -1.8645), PlaceKind.Station);
    public static readonly Place Harbour = new("Poole Harbour", new Coordinates(50.7122, -1.9876), PlaceKind.Port);
    public static readonly Place Airport = new("Bournemouth Airport", new Coordinates(50.7800, -1.8425), PlaceKind.Airport);

    public static Tariff Tariff(VehicleClass vehicleClass = VehicleClass.Standard) =>
        Domain.Quotes.Tariff.Defaults.Single(tariff => tariff.VehicleClass == vehicleClass);

    /// <summary>20 minutes unless said otherwise.</summary>
    public static Leg Leg(DateTimeOffset? at = null, int meters = 8500, int seconds = 1200, int waiting = 0) =>
        new(at ?? PickupAt, meters, seconds, waiting, "");

    /// <summary>14:30 to 14:50 on the day.</summary>
    public static Journey Journey() => new()
    {
        Type = JourneyType.OneWay,
        VehicleClass = VehicleClass.Standard,
        Pickup = Station,
        Dropoff = Harbour,
        Outbound = Leg(),
        Passengers = 2,
        Luggage = 1,
        Estimated = true,
    };

    /// <summary>Out at 14:30 to 14:50, back at 18:30 to 18:50.</summary>
    public static Journey ReturnJourney() => Journey() with { Type = JourneyType.Return, Inbound = Leg(PickupAt.AddHours(4)) };

    /// <summary>Of £12.28 whatever the journey, valid for 15 minutes.</summary>
    public static Quote Quote(Journey? journey = null) => new()
    {
        Id = QuoteId.Parse("quote_1"),
        Journey = journey ?? Journey(),
        Fare = PriceEngine.OneWay(Tariff(), Leg()),
        ExpiresAt = Now.AddMinutes(15),
    };

    /// <summary>Pending when by card, confirmed when not.</summary>
    public static Booking Booking(PaymentMethod method = PaymentMethod.Card, Journey? journey = null) =>
        Domain.Bookings.Booking.Create(NewBooking(method, journey), Now).Booking;

    public static NewBooking NewBooking(PaymentMethod method = PaymentMethod.Card, Journey? journey = null) => new(
        BookingId.Parse("booking_1"), "NOTS-7K3M9Q", PaymentId.Parse("payment_1"), Quote(journey), new Customer("Ada", "Byron", "ada@example.com", "+447700900123"),
        method, Customer, "user_ada", TimeSpan.FromMinutes(15));

    /// <summary>Paid by card.</summary>
    public static Booking Confirmed(Journey? journey = null) => Booking(journey: journey).Pay();

    public static Booking Assigned(Journey? journey = null) => Confirmed(journey).Assign(Driver(), Vehicle(), Dispatcher, Now).Done();

    public static Booking EnRoute(Journey? journey = null) => Assigned(journey).Step(JourneyProgress.EnRoute, PickupAt.AddMinutes(-20));

    /// <summary>Five minutes early.</summary>
    public static Booking Arrived(Journey? journey = null) => EnRoute(journey).Step(JourneyProgress.Arrived, PickupAt.AddMinutes(-5));

    public static Booking Onboard() => Arrived().Step(JourneyProgress.Onboard, PickupAt);

    public static Booking Completed() => Onboard().Step(JourneyProgress.Completed, PickupAt.AddMinutes(20));

    public static Booking NoShow() => Arrived().Step(JourneyProgress.NoShow, PickupAt.AddMinutes(15));

    public static Booking Pay(this Booking booking) => booking.PaymentSucceeded(booking.Payment.Amount, IntentId, Now).Done();

    public static Booking Step(this Booking booking, JourneyProgress step, DateTimeOffset at) =>
        booking.Report(step, null, Rules, AtTheWheel, at).Done();

    /// <summary>By the customer under the default policy, two days ahead.</summary>
    public static Booking Cancelled(this Booking booking, DateTimeOffset? at = null, long? refund = null) =>
        booking.Cancel("Plans changed", CancellationPolicy.Default, refund, Customer, at ?? Now).Done();

    public static Booking Done(this Result<BookingChange> change) => change.Value.Booking;

    public static Booking Done(this BookingChange? change) => Assert.IsType<BookingChange>(change).Booking;

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
        Availability = new DriverAvailability(true),
        Performance = new DriverPerformance(4.8m, 245, 98.5m, 95.2m, 97.1m),
        VehicleId = VehicleId.Parse("vehicle_1"),
    };

    public static Vehicle Vehicle(string id = "vehicle_1") => new()
    {
        Id = VehicleId.Parse(id),
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

    /// <summary>Reviewed, and good for a year.</summary>
    public static ComplianceDocument Document(DocumentType type = DocumentType.Dbs) => new()
    {
        Id = $"doc_{type}",
        Owner = DocumentOwner.Driver,
        OwnerId = "driver_1",
        Type = type,
        Review = DocumentStatus.Valid,
        ExpiresAt = Now.AddYears(1),
    };

    /// <summary>Passes every gate of <see cref="Journey"/>.</summary>
    public static Candidate Candidate() => new(
        Driver(), Vehicle(),
        [.. ComplianceDocument.RequiredOfDriver.Select(Document)],
        [.. ComplianceDocument.RequiredOfVehicle.Select(Document)],
        [], []);
}
