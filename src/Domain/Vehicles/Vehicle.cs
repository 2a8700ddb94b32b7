using Nots.Domain.Common;
using Nots.Domain.Quotes;

namespace Nots.Domain.Vehicles;

/// <summary>A licensed private-hire vehicle.</summary>
public sealed record Vehicle : Entity
{
    /// <summary><c>vehicle_…</c></summary>
    public required VehicleId Id { get; init; }

    /// <summary>The number plate, such as <c>HF24 NTS</c>.</summary>
    public required string Registration { get; init; }

    public required string Make { get; init; }

    public required string Model { get; init; }

    public required int Year { get; init; }

    public required string Color { get; init; }

    public required VehicleClass VehicleClass { get; init; }

    /// <summary>Passengers, the driver not counted.</summary>
    public required int Seats { get; init; }

    public required VehicleStatus Status { get; init; }

    /// <summary>The number on the council's licence plate.</summary>
    public required string PlateNumber { get; init; }

    /// <summary>The council that licensed it.</summary>
    public required string LicensingAuthority { get; init; }

    /// <summary>The driver who usually drives it.</summary>
    public DriverId? DriverId { get; init; }
}
