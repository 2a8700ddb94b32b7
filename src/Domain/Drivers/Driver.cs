using Nots.Domain.Common;
using Nots.Domain.Compliance;

namespace Nots.Domain.Drivers;

/// <summary>A licensed private-hire driver.</summary>
public sealed record Driver : Entity
{
    /// <summary><c>driver_…</c></summary>
    public required DriverId Id { get; init; }

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
    public VehicleId? VehicleId { get; init; }

    /// <summary>
    /// How their papers stand, for lists: whoever writes a driver's document writes this with it, by <see cref="Holding"/>, in one
    /// transaction. Null where nobody did. What decides about jobs reads the documents themselves.
    /// </summary>
    public IReadOnlyList<DocumentStanding>? Documents { get; init; }

    public string FullName => $"{FirstName} {LastName}";

    /// <summary>The driver with these papers in the place of those of the same types.</summary>
    /// <param name="documents">At most one of a type, all the driver's.</param>
    public Driver Holding(params IEnumerable<ComplianceDocument> documents)
    {
        var standings = documents.Select(document => document.Standing).ToDictionary(standing => standing.Type);
        return this with { Documents = [.. (Documents ?? []).Where(standing => !standings.ContainsKey(standing.Type)), .. standings.Values] };
    }
}
