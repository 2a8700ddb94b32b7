using Nots.Domain.Bookings;
using Nots.Domain.Common;
using Nots.Domain.Compliance;
using Nots.Domain.Drivers;
using Nots.Domain.Vehicles;

namespace Nots.Domain.Dispatch;

/// <summary>Whether a driver with a vehicle may do a job: every gate looks, and every verdict is kept.</summary>
public static class DispatchGates
{
    public static IReadOnlyList<GateVerdict> Evaluate(Booking booking, Candidate candidate, DispatchRules rules) =>
    [
        DriverActive(candidate.Driver),
        VehicleActive(candidate.Vehicle),
        VehicleClass(booking, candidate.Vehicle),
        VehicleSeats(booking, candidate.Vehicle),
        VehicleOfDriver(candidate.Driver, candidate.Vehicle),
        Authority(candidate.Driver, candidate.Vehicle),
        .. Documents(booking, candidate, rules),
        Overlap(Gate.DriverOverlappingJob, "driver", booking, candidate.DriverAllocations, rules),
        Overlap(Gate.VehicleOverlappingJob, "vehicle", booking, candidate.VehicleAllocations, rules),
    ];

    /// <summary>The gates that can close again after an assignment: papers and standing.</summary>
    public static IReadOnlyList<GateVerdict> Recheck(Booking booking, Candidate candidate, DispatchRules rules) =>
    [
        DriverActive(candidate.Driver),
        VehicleActive(candidate.Vehicle),
        Authority(candidate.Driver, candidate.Vehicle),
        .. Documents(booking, candidate, rules),
    ];

    private static GateVerdict DriverActive(Driver driver) => new(
        Gate.DriverActive, driver.Status == DriverStatus.Active, $"The driver is {Wire.Name(driver.Status)}.");

    private static GateVerdict VehicleActive(Vehicle vehicle) => new(
        Gate.VehicleActive, vehicle.Status == VehicleStatus.Active, $"The vehicle is {Wire.Name(vehicle.Status)}.");

    private static GateVerdict VehicleClass(Booking booking, Vehicle vehicle) => new(
        Gate.VehicleClass, vehicle.VehicleClass == booking.Journey.VehicleClass,
        $"{Wire.Name(booking.Journey.VehicleClass)} was booked; the vehicle is {Wire.Name(vehicle.VehicleClass)}.");

    private static GateVerdict VehicleSeats(Booking booking, Vehicle vehicle) => new(
        Gate.VehicleSeats, vehicle.Seats >= booking.Journey.Passengers,
        $"{booking.Journey.Passengers} passengers; the vehicle has {vehicle.Seats} seats.");

    private static GateVerdict VehicleOfDriver(Driver driver, Vehicle vehicle)
    {
        var passed = vehicle.DriverId is null || vehicle.DriverId == driver.Id;
        return new GateVerdict(Gate.VehicleOfDriver, passed, passed ? "The vehicle is the driver's, or a pool vehicle." : "The vehicle is another driver's.");
    }

    // A private-hire job needs operator, driver and vehicle licensed by one authority (Local Government (Miscellaneous Provisions) Act 1976, s. 46).
    private static GateVerdict Authority(Driver driver, Vehicle vehicle) => new(
        Gate.LicensingAuthority, driver.LicensingAuthority == vehicle.LicensingAuthority,
        $"The driver is licensed by {driver.LicensingAuthority}, the vehicle by {vehicle.LicensingAuthority}.");

    private static IEnumerable<GateVerdict> Documents(Booking booking, Candidate candidate, DispatchRules rules)
    {
        var until = booking.Journey.EstimatedEnd + rules.DocumentMargin;
        yield return Documents(Gate.DriverDocuments, candidate.DriverDocuments, ComplianceDocument.RequiredOfDriver, until);
        yield return Documents(Gate.VehicleDocuments, candidate.VehicleDocuments, ComplianceDocument.RequiredOfVehicle, until);
    }

    private static GateVerdict Documents(
        string gate, IReadOnlyList<ComplianceDocument> documents, IReadOnlyList<DocumentType> required, DateTimeOffset until)
    {
        var wanting = required
            .Where(type => !documents.Any(document => document.Type == type && document.Standing.HoldsAt(until)))
            .Select(Wire.Name)
            .ToList();
        return new GateVerdict(
            gate, wanting.Count == 0,
            wanting.Count == 0
                ? $"All documents hold until {until.UtcDateTime:u}."
                : $"Not reviewed and valid until {until.UtcDateTime:u}: {string.Join(", ", wanting)}.");
    }

    private static GateVerdict Overlap(string gate, string who, Booking booking, IReadOnlyList<Allocation> allocations, DispatchRules rules)
    {
        var clash = allocations.FirstOrDefault(allocation =>
            allocation.BookingId != booking.Id && booking.Journey.Slots.Any(slot => slot.Overlaps(allocation.Slot, rules.TravelBuffer)));
        return new GateVerdict(
            gate, clash is null,
            clash is null
                ? $"The {who} is free."
                : $"The {who} has a job from {clash.Slot.From.UtcDateTime:u} to {clash.Slot.To.UtcDateTime:u} ({clash.BookingId}).");
    }
}
