using Nots.Domain.Common;
using Nots.Domain.Quotes;
using Nots.Domain.Vehicles;

namespace Nots.Domain.Bookings;

/// <summary>The vehicle of a job as the record and the customer need it, as of the allocation.</summary>
public sealed record AllocatedVehicle(
    VehicleId VehicleId, string Registration, string Make, string Model, string Color, VehicleClass VehicleClass, string PlateNumber,
    string LicensingAuthority)
{
    public static AllocatedVehicle From(Vehicle vehicle) => new(
        vehicle.Id, vehicle.Registration, vehicle.Make, vehicle.Model, vehicle.Color, vehicle.VehicleClass, vehicle.PlateNumber,
        vehicle.LicensingAuthority);
}
