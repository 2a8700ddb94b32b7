using System.Diagnostics.CodeAnalysis;
using Nots.Application.Common;
using Nots.Application.Compliance;
using Nots.Application.Dispatch;
using Nots.Application.Drivers;
using Nots.Application.Fleet;
using Nots.Application.Payments;
using Nots.Application.Places;
using Nots.Application.Settings;
using Nots.Application.Vehicles;
using Nots.Domain.Bookings;
using Nots.Domain.Common;
using Nots.Domain.Compliance;
using Nots.Domain.Dispatch;
using Nots.Domain.Drivers;
using Nots.Domain.Places;
using Nots.Domain.Quotes;
using Nots.Domain.Vehicles;

namespace Nots.Api.Tests.Support;

/// <summary>Finds every address, 8,500 m and 20 minutes apart.</summary>
internal sealed class FakePlanner : IRoutePlanner
{
    public Exception? Fault { get; set; }

    /// <summary>Set to hold a plan back until it completes.</summary>
    public Task? Gate { get; set; }

    public async Task<Result<RoutePlan>> PlanAsync(IReadOnlyList<RouteStop> stops, DateTimeOffset departAt, CancellationToken cancellationToken)
    {
        if (Fault is not null)
            throw Fault;
        if (Gate is not null)
            await Gate.WaitAsync(cancellationToken);
        return new RoutePlan([.. stops.Select(Find)], 8500, 1200, "abc", true);
    }

    public Task<IReadOnlyList<Place>> SearchAsync(string text, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Place>>([new Place("Poole Harbour", new Coordinates(50.7122, -1.9876), PlaceKind.Port)]);

    private static Place Find(RouteStop stop) => new(stop.Location.Address ?? "A place", stop.Location.Coordinates ?? new Coordinates(50.7, -1.9));
}

internal sealed class FakeSettings : ISettingsStore
{
    public Task<IReadOnlyList<Tariff>> TariffsAsync(CancellationToken cancellationToken) => Task.FromResult(Tariff.Defaults);

    public Task<CancellationPolicy> CancellationPolicyAsync(CancellationToken cancellationToken) => Task.FromResult(CancellationPolicy.Default);
}

/// <summary>It is winter.</summary>
internal sealed class FakeLondon : ILondonTime
{
    public DateTime ToLocal(DateTimeOffset instant) => instant.UtcDateTime;

    public IReadOnlyList<DateTimeOffset> ToInstants(DateTime local) => [new DateTimeOffset(local, TimeSpan.Zero)];
}

internal sealed class FakePhones : IPhoneNumbers
{
    public bool TryNormalise(string text, [NotNullWhen(true)] out string? e164)
    {
        e164 = text.StartsWith("+44", StringComparison.Ordinal) ? text : null;
        return e164 is not null;
    }
}

/// <summary>Opens an intent for whatever is asked.</summary>
internal sealed class FakeGateway : IPaymentGateway
{
    public Task<GatewayIntent> CreateIntentAsync(NewIntent intent, string idempotencyKey, CancellationToken cancellationToken) => Task.FromResult(
        new GatewayIntent(
            $"pi_{intent.BookingId}", intent.BookingId.Value, GatewayIntentState.RequiresPaymentMethod, intent.AmountPence, 0, intent.Currency,
            $"pi_{intent.BookingId}_secret", null, default));

    public Task<GatewayIntent> GetIntentAsync(string intentId, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<GatewayIntent> CancelIntentAsync(string intentId, string idempotencyKey, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<GatewayRefund> RefundAsync(NewRefund refund, string idempotencyKey, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyList<GatewayRefund>> ListRefundsAsync(string intentId, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<GatewayRefund> GetRefundAsync(string refundId, CancellationToken cancellationToken) => throw new NotSupportedException();

    public IAsyncEnumerable<GatewayIntent> ListIntentsAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken) =>
        throw new NotSupportedException();
}

/// <summary>Takes the signature "good" for good; the body is the PaymentIntent that succeeded, and its amount.</summary>
internal sealed class FakeWebhook : IPaymentWebhook
{
    public Result<PaymentEvent> Read(string body, string? signature) => signature == "good"
        ? new PaymentEvent(
            "evt_1", PaymentEventKind.Succeeded, body.Split(' ')[0], null, long.Parse(body.Split(' ')[1], null), "GBP", null, default)
        : new Refusal(ErrorCode.InvalidRequest, "The signature is not valid.");
}

/// <summary>One driver with one vehicle, and papers as given.</summary>
internal sealed class FakeFleet : IDriverStore, IVehicleStore, IDocumentStore, IAllocationStore, IFleetStore
{
    public IReadOnlyList<ComplianceDocument> Documents { get; set; } = [];

    public IReadOnlyList<Driver> Drivers { get; set; } = [A.Driver()];

    Task<Driver?> IDriverStore.GetAsync(DriverId driverId, CancellationToken cancellationToken) =>
        Task.FromResult(Drivers.FirstOrDefault(driver => driver.Id == driverId));

    public Task<Page<Driver, StatusPosition>> ListAsync(DriverStatus? status, int limit, StatusPosition? after, CancellationToken cancellationToken)
    {
        var rest = Drivers.Where(driver => after is null || string.CompareOrdinal(driver.Id.Value, after.Id) > 0).ToList();
        var next = rest.Count > limit ? new StatusPosition("active", rest[limit - 1].Id.Value) : null;
        return Task.FromResult(new Page<Driver, StatusPosition>([.. rest.Take(limit)], next));
    }

    Task<Vehicle?> IVehicleStore.GetAsync(VehicleId vehicleId, CancellationToken cancellationToken) => Task.FromResult<Vehicle?>(A.Vehicle());

    public Task<Page<Vehicle, StatusPosition>> ListAsync(VehicleStatus? status, int limit, StatusPosition? after, CancellationToken cancellationToken) =>
        Task.FromResult(new Page<Vehicle, StatusPosition>([A.Vehicle()], null));

    public Task<IReadOnlyList<ComplianceDocument>> OfAsync(DocumentOwner owner, string ownerId, CancellationToken cancellationToken) =>
        Task.FromResult(Documents);

    public Task<IReadOnlyList<AllocationDay>> DaysAsync(IReadOnlyCollection<(string OwnerId, DateOnly Day)> days, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<AllocationDay>>([]);

    public Task<FleetFile<Driver>?> DriverAsync(DriverId driverId, DateOnly from, CancellationToken cancellationToken) =>
        Task.FromResult(Drivers.FirstOrDefault(driver => driver.Id == driverId) is { } driver ? new FleetFile<Driver>(driver, Documents, []) : null);

    public Task<FleetFile<Vehicle>?> VehicleAsync(VehicleId vehicleId, DateOnly from, CancellationToken cancellationToken) =>
        Task.FromResult<FleetFile<Vehicle>?>(new FleetFile<Vehicle>(A.Vehicle(), Documents, []));
}
