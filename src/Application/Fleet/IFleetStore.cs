using Nots.Domain.Common;
using Nots.Domain.Drivers;
using Nots.Domain.Vehicles;

namespace Nots.Application.Fleet;

/// <summary>Reads drivers and vehicles with their papers and days, each in one request.</summary>
public interface IFleetStore
{
    /// <summary>Null when there is no such driver.</summary>
    /// <param name="driverId">Who.</param>
    /// <param name="from">The first London day that matters.</param>
    /// <param name="cancellationToken">The request's.</param>
    Task<FleetFile<Driver>?> DriverAsync(DriverId driverId, DateOnly from, CancellationToken cancellationToken);

    /// <summary>Null when there is no such vehicle.</summary>
    Task<FleetFile<Vehicle>?> VehicleAsync(VehicleId vehicleId, DateOnly from, CancellationToken cancellationToken);
}
