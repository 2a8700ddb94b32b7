using Nots.Domain.Compliance;
using Nots.Domain.Drivers;
using Nots.Domain.Vehicles;

namespace Nots.Domain.Dispatch;

/// <summary>A driver with a vehicle, and all that the gates look at.</summary>
/// <param name="DriverDocuments">The driver's, one of a type.</param>
/// <param name="VehicleDocuments">The vehicle's, one of a type.</param>
/// <param name="DriverAllocations">The driver's, from the day before the journey on.</param>
/// <param name="VehicleAllocations">The vehicle's on those days.</param>
public sealed record Candidate(
    Driver Driver,
    Vehicle Vehicle,
    IReadOnlyList<ComplianceDocument> DriverDocuments,
    IReadOnlyList<ComplianceDocument> VehicleDocuments,
    IReadOnlyList<Allocation> DriverAllocations,
    IReadOnlyList<Allocation> VehicleAllocations);
