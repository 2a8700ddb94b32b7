using Nots.Domain.Common;

namespace Nots.Domain.Compliance;

/// <summary>A driver's or vehicle's paper, as last uploaded and reviewed.</summary>
public sealed record ComplianceDocument : Entity
{
    /// <summary>What a driver must have.</summary>
    public static readonly IReadOnlyList<DocumentType> RequiredOfDriver =
        [DocumentType.Dbs, DocumentType.PhvDriverLicence, DocumentType.DrivingLicence, DocumentType.RightToWork, DocumentType.Medical];

    /// <summary>What a vehicle must have.</summary>
    public static readonly IReadOnlyList<DocumentType> RequiredOfVehicle =
        [DocumentType.Insurance, DocumentType.Mot, DocumentType.PhvVehicleLicence];

    /// <summary><c>doc_…</c></summary>
    public required string Id { get; init; }

    public required DocumentOwner Owner { get; init; }

    public required string OwnerId { get; init; }

    public required DocumentType Type { get; init; }

    /// <summary>What the last review said.</summary>
    public required DocumentStatus Review { get; init; }

    /// <summary>The first instant at which it no longer holds, UTC.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>UTC; null until somebody looked.</summary>
    public DateTimeOffset? ReviewedAt { get; init; }

    public string? ReviewedBy { get; init; }

    public DocumentStanding Standing => new(Type, Review, ExpiresAt);
}
