using System.Globalization;
using Nots.Domain.Common;
using Nots.Domain.Compliance;
using Nots.Domain.Drivers;
using Nots.Domain.Places;
using Nots.Domain.Quotes;
using Nots.Domain.Users;
using Nots.Domain.Vehicles;

namespace Nots.LocalHost.Seeding;

/// <summary>A driver with their vehicle, all papers in order.</summary>
/// <param name="Number">1 to 10.</param>
/// <param name="Authority">The council that licensed both.</param>
/// <param name="Location">Where the driver waits.</param>
internal sealed record SeedPair(
    int Number, string FirstName, string LastName, string Authority, Coordinates Location, decimal Rating, int Trips,
    string Registration, string Make, string Model, int Year, string Color, VehicleClass VehicleClass, int Seats)
{
    private DriverId DriverId => DriverId.Parse(SeedId.Of("driver", Number));

    private VehicleId VehicleId => VehicleId.Parse(SeedId.Of("vehicle", Number));

    private string Email => Number == 1 ? "driver@nots.test" : $"{FirstName}.{LastName}@drivers.nots.test".ToLowerInvariant();

    private string Phone => string.Create(CultureInfo.InvariantCulture, $"+4477009002{Number:D2}");

    /// <summary>The account that driver 1 has; the others have none.</summary>
    public User User => new()
    {
        Id = SeedUsers.DriverUserId,
        Email = Email,
        FirstName = FirstName,
        LastName = LastName,
        Phone = Phone,
        Role = Role.Driver,
        DriverId = DriverId,
    };

    public Driver Driver(DateTimeOffset now) => new()
    {
        Id = DriverId,
        UserId = Number == 1 ? SeedUsers.DriverUserId : null,
        FirstName = FirstName,
        LastName = LastName,
        Email = Email,
        Phone = Phone,
        Status = DriverStatus.Active,
        LicenceNumber = string.Create(CultureInfo.InvariantCulture, $"PHD{4100 + Number}"),
        LicensingAuthority = Authority,
        Availability = new DriverAvailability(Available: true, Location, now),
        Performance = new DriverPerformance(Rating, Trips, 98.5m, 95.2m, 97.1m),
        VehicleId = VehicleId,
    };

    public Vehicle Vehicle() => new()
    {
        Id = VehicleId,
        Registration = Registration,
        Make = Make,
        Model = Model,
        Year = Year,
        Color = Color,
        VehicleClass = VehicleClass,
        Seats = Seats,
        Status = VehicleStatus.Active,
        PlateNumber = string.Create(CultureInfo.InvariantCulture, $"PHV{7200 + Number}"),
        LicensingAuthority = Authority,
        DriverId = DriverId,
    };

    /// <summary>Every required paper, reviewed and valid for more than a year: a journey that far ahead can be dispatched.</summary>
    public IEnumerable<ComplianceDocument> DriverDocuments(DateTimeOffset now) =>
        ComplianceDocument.RequiredOfDriver.Select(type => Document(DocumentOwner.Driver, DriverId.Value, type, now, days: 1000));

    /// <inheritdoc cref="DriverDocuments"/>
    public IEnumerable<ComplianceDocument> VehicleDocuments(DateTimeOffset now) =>
        ComplianceDocument.RequiredOfVehicle.Select(type => Document(DocumentOwner.Vehicle, VehicleId.Value, type, now, days: 400));

    private ComplianceDocument Document(DocumentOwner owner, string ownerId, DocumentType type, DateTimeOffset now, int days) => new()
    {
        Id = SeedId.Of("doc", (Number * 100) + (int)type),
        Owner = owner,
        OwnerId = ownerId,
        Type = type,
        Review = DocumentStatus.Valid,
        ExpiresAt = now.AddDays(days),
        ReviewedAt = now,
        ReviewedBy = SeedUsers.Admin.Id,
    };
}
