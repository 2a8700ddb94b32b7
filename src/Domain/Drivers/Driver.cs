using Nots.Domain.Common;

namespace Nots.Domain.Drivers;

/// <summary>A licensed private-hire driver.</summary>
public sealed record Driver : Entity
{
    /// <summary><c>driver_…</c></summary>
    public required string Id { get; init; }

    /// <summary>The account they sign in with; null when they have none.</summary>
    public string? UserId { get; init; }

    public required string FirstName { get; init; }

    public required string LastName { get; init; }

    public required string Email { get; init; }

    /// <summary>E.164.</summary>
    public required string Phone { get; init; }

    public required DriverStatus Status { get; init; }

    /// <summary>The private-hire driver licence.</summary>
    public required string LicenceNumber { get; init; }

    /// <summary>The council that licensed them.</summary>
    public required string LicensingAuthority { get; init; }

    public required DriverAvailability Availability { get; init; }

    public required DriverPerformance Performance { get; init; }

    /// <summary>The vehicle they usually drive.</summary>
    public string? VehicleId { get; init; }

    public string FullName => $"{FirstName} {LastName}";
}
