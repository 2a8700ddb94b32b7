using Nots.Application.Common;
using Nots.Application.Compliance;
using Nots.Application.Drivers;
using Nots.Application.Vehicles;
using Nots.Domain.Bookings;
using Nots.Domain.Common;
using Nots.Domain.Compliance;
using Nots.Domain.Dispatch;
using Nots.Domain.Drivers;
using Nots.Domain.Vehicles;

namespace Nots.Application.Dispatch;

/// <summary>Looks at a driver with a vehicle through every gate.</summary>
public sealed class DispatchCheck(
    IDriverStore drivers, IVehicleStore vehicles, IDocumentStore documents, AllocationBook allocations, Policies policies)
{
    /// <summary>The verdicts; a fault per id that stands for nothing.</summary>
    public async Task<Result<CheckedCandidate>> CheckAsync(
        Booking booking, string driverId, string vehicleId, CancellationToken cancellationToken)
    {
        var driver = await drivers.GetAsync(driverId, cancellationToken);
        var vehicle = await vehicles.GetAsync(vehicleId, cancellationToken);
        if (driver is not null && vehicle is not null)
            return await CheckAsync(booking, driver, vehicle, cancellationToken);
        var faults = new FaultList([]);
        if (driver is null)
            faults.Add("driverId", "unknown", "There is no such driver.");
        if (vehicle is null)
            faults.Add("vehicleId", "unknown", "There is no such vehicle.");
        return faults.ToRefusal();
    }

    public async Task<CheckedCandidate> CheckAsync(Booking booking, Driver driver, Vehicle vehicle, CancellationToken cancellationToken)
    {
        var candidate = new Candidate(
            driver,
            vehicle,
            await documents.OfAsync(DocumentOwner.Driver, driver.Id, cancellationToken),
            await documents.OfAsync(DocumentOwner.Vehicle, vehicle.Id, cancellationToken),
            await allocations.AroundAsync(driver.Id, booking.Journey.Slots, cancellationToken),
            await allocations.AroundAsync(vehicle.Id, booking.Journey.Slots, cancellationToken));
        return new CheckedCandidate(candidate, DispatchGates.Evaluate(booking, candidate, policies.Dispatch));
    }
}
