using Nots.Domain.Common;

namespace Nots.Application.Quotes;

/// <summary>What a customer asks a price for, as it was sent: nothing is checked yet.</summary>
public sealed record QuoteRequest
{
    public LocationInput? PickupLocation { get; init; }

    public LocationInput? DropoffLocation { get; init; }

    public IReadOnlyList<WaypointInput> Waypoints { get; init; } = [];

    public string? PickupTime { get; init; }

    public string? ReturnPickupTime { get; init; }

    public int? Passengers { get; init; }

    public int? Luggage { get; init; }

    public string? VehicleType { get; init; }

    public string? JourneyType { get; init; }

    public int? Hours { get; init; }

    public bool Compare { get; init; }

    public string? PromoCode { get; init; }

    public string? CorporateAccountId { get; init; }

    /// <summary>Faults found while it was read: wrong types and unknown fields.</summary>
    public IReadOnlyList<FieldFault> Malformed { get; init; } = [];
}
