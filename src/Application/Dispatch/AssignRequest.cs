using Nots.Domain.Common;

namespace Nots.Application.Dispatch;

/// <summary>An assignment as it was sent.</summary>
public sealed record AssignRequest
{
    public string? BookingId { get; init; }

    public string? DriverId { get; init; }

    public string? VehicleId { get; init; }

    /// <summary>Whether the driver gets a message; yes unless told.</summary>
    public bool NotifyDriver { get; init; } = true;

    /// <summary>Faults found while it was read: wrong types and unknown fields.</summary>
    public IReadOnlyList<FieldFault> Malformed { get; init; } = [];
}
