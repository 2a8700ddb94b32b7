using Nots.Domain.Common;

namespace Nots.Application.Bookings;

/// <summary>A change of a booking as it was sent. What is null was not sent.</summary>
public sealed record AmendRequest
{
    public string? PickupTime { get; init; }

    public string? PickupInstructions { get; init; }

    public string? InternalNotes { get; init; }

    /// <summary>The driver's next step.</summary>
    public string? Progress { get; init; }

    /// <summary>Degrees.</summary>
    public double? Latitude { get; init; }

    public double? Longitude { get; init; }

    /// <summary>Paid by the driver on the way, pence; with the completion.</summary>
    public long? Tolls { get; init; }

    public long? Parking { get; init; }

    /// <summary>Faults found while it was read: wrong types and unknown fields.</summary>
    public IReadOnlyList<FieldFault> Malformed { get; init; } = [];
}
