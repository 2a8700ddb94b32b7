using Nots.Application.Common;
using Nots.Application.Fleet;
using Nots.Domain.Bookings;
using Nots.Domain.Common;
using Nots.Domain.Dispatch;
using Nots.Domain.Drivers;
using Nots.Domain.Vehicles;

namespace Nots.Application.Dispatch;

/// <summary>Looks at a driver with a vehicle through every gate.</summary>
public sealed class DispatchCheck(IFleetStore fleet, AllocationBook allocations, Policies policies)
{
    /// <summary>The verdicts; a fault per id that identifies nothing, as null does.</summary>
    public async Task<Result<CheckedCandidate>> CheckAsync(
        Booking booking, DriverId? driverId, VehicleId? vehicleId, CancellationToken cancellationToken)
    {
        var from = allocations.FirstDay(booking.Journey.Slots);
        var findDriver = driverId is { } who ? fleet.DriverAsync(who, from, cancellationToken) : Task.FromResult<FleetFile<Driver>?>(null);
        var findVehicle = vehicleId is { } what ? fleet.VehicleAsync(what, from, cancellationToken) : Task.FromResult<FleetFile<Vehicle>?>(null);
        await Task.WhenAll(findDriver, findVehicle);
        var (driver, vehicle) = (await findDriver, await findVehicle);
        if (driver is not null && vehicle is not null)
            return Check(booking, driver, vehicle);
        var faults = new FaultList([]);
        if (driver is null)
            faults.Add("driverId", "unknown", "There is no such driver.");
        if (vehicle is null)
            faults.Add("vehicleId", "unknown", "There is no such vehicle.");
        return faults.ToRefusal();
    }

    private CheckedCandidate Check(Booking booking, FleetFile<Driver> driver, FleetFile<Vehicle> vehicle)
    {
        var candidate = new Candidate(
            driver.Owner, vehicle.Owner, driver.Documents, vehicle.Documents, driver.Allocations, vehicle.Allocations);
        return new CheckedCandidate(candidate, DispatchGates.Evaluate(booking, candidate, policies.Dispatch), [.. driver.Days, .. vehicle.Days]);
    }
}
