using Nots.Domain.Common;

namespace Nots.Domain.Dispatch;

/// <summary>Why a driver was given, or refused, a job: kept with the booking, gate by gate.</summary>
public sealed record DispatchDecision : Entity
{
    /// <summary><c>decision_…</c></summary>
    public required string Id { get; init; }

    public required BookingId BookingId { get; init; }

    public required DriverId DriverId { get; init; }

    public required VehicleId VehicleId { get; init; }

    public required bool Accepted { get; init; }

    public required Actor By { get; init; }

    public required IReadOnlyList<GateVerdict> Gates { get; init; }
}
