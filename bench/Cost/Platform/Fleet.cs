using Nots.Application.Common;
using Nots.Application.Storage;
using Nots.Domain.Bookings;
using Nots.Domain.Compliance;
using Nots.Domain.Drivers;
using Nots.Domain.Places;
using Nots.Domain.Quotes;
using Nots.Domain.Users;
using Nots.Domain.Vehicles;

namespace Nots.Cost.Bench.Platform;

/// <summary>Fills an empty table with rates, users and drivers whose papers are in order.</summary>
internal sealed class Fleet(ITransactions transactions, IIdSource ids, TimeProvider time)
{
    private const int Drivers = 12;
    private const string Authority = "BCP Council";

    public string CustomerUserId { get; } = ids.New("user");

    public string DispatcherUserId { get; } = ids.New("user");

    public string DriverUserId { get; } = ids.New("user");

    /// <summary>The driver who has an account.</summary>
    public string DriverId { get; private set; } = "";

    public string VehicleId { get; private set; } = "";

    public async Task SeedAsync()
    {
        var settings = transactions.Begin();
        foreach (var tariff in Tariff.Defaults)
            settings.Add(tariff);
        settings.Add(CancellationPolicy.Default);
        await settings.CommitAsync(CancellationToken.None);
        for (var number = 1; number <= Drivers; number++)
            await AddPairAsync(number);
        var users = transactions.Begin();
        users.Add(User(CustomerUserId, Role.Customer, null));
        users.Add(User(DispatcherUserId, Role.Dispatcher, null));
        users.Add(User(DriverUserId, Role.Driver, DriverId));
        await users.CommitAsync(CancellationToken.None);
    }

    private async Task AddPairAsync(int number)
    {
        var (driverId, vehicleId) = (ids.New("driver"), ids.New("vehicle"));
        var transaction = transactions.Begin();
        var documents = ComplianceDocument.RequiredOfDriver.Select(type => Document(DocumentOwner.Driver, driverId, type)).ToList();
        transaction.Add(Driver(number, driverId, vehicleId).Holding(documents));
        transaction.Add(Vehicle(number, driverId, vehicleId));
        foreach (var document in documents)
            transaction.Add(document);
        foreach (var type in ComplianceDocument.RequiredOfVehicle)
            transaction.Add(Document(DocumentOwner.Vehicle, vehicleId, type));
        await transaction.CommitAsync(CancellationToken.None);
        if (number == 1)
            (DriverId, VehicleId) = (driverId, vehicleId);
    }

    private static User User(string id, Role role, string? driverId) => new()
    {
        Id = id,
        Email = $"{role}@nots.test",
        FirstName = "Robin",
        LastName = "Purbeck",
        Phone = "+447700900100",
        Role = role,
        DriverId = driverId is null ? null : Domain.Common.DriverId.Parse(driverId),
    };

    private Driver Driver(int number, string id, string vehicleId) => new()
    {
        Id = Domain.Common.DriverId.Parse(id),
        UserId = number == 1 ? DriverUserId : null,
        FirstName = "Daniel",
        LastName = "Purbeck",
        Email = $"driver{number}@nots.test",
        Phone = $"+4477009002{number:D2}",
        Status = DriverStatus.Active,
        LicenceNumber = $"PHD{4100 + number}",
        LicensingAuthority = Authority,
        Availability = new DriverAvailability(true, new Coordinates(50.7272, -1.8645), time.GetUtcNow()),
        Performance = new DriverPerformance(4.9m, 1812, 98.5m, 95.2m, 97.1m),
        VehicleId = Domain.Common.VehicleId.Parse(vehicleId),
    };

    private static Vehicle Vehicle(int number, string driverId, string id) => new()
    {
        Id = Domain.Common.VehicleId.Parse(id),
        Registration = $"HF23 N{number:D2}",
        Make = "Toyota",
        Model = "Corolla Touring",
        Year = 2023,
        Color = "Silver",
        VehicleClass = VehicleClass.Standard,
        Seats = 4,
        Status = VehicleStatus.Active,
        PlateNumber = $"PHV{7200 + number}",
        LicensingAuthority = Authority,
        DriverId = Domain.Common.DriverId.Parse(driverId),
    };

    private ComplianceDocument Document(DocumentOwner owner, string ownerId, DocumentType type) => new()
    {
        Id = ids.New("doc"),
        Owner = owner,
        OwnerId = ownerId,
        Type = type,
        Review = DocumentStatus.Valid,
        ExpiresAt = time.GetUtcNow().AddDays(400),
        ReviewedAt = time.GetUtcNow(),
        ReviewedBy = DispatcherUserId,
    };
}
