using System.ComponentModel.DataAnnotations;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Nots.Application.Common;
using Nots.Domain.Common;
using Nots.Domain.Quotes;

namespace Nots.Application.Quotes;

/// <summary>What a customer asks a price for, as it was sent.</summary>
/// <remarks>The attributes say what one field by itself must be.</remarks>
public sealed record QuoteRequest
{
    public const int MaxWaypoints = 3;
    public const int MaxPassengers = 8;
    public const int MaxLuggage = 20;
    public const int MinHours = 2;
    public const int MaxHours = 12;

    [Required]
    public LocationInput? PickupLocation { get; init; }

    [Required]
    public LocationInput? DropoffLocation { get; init; }

    // A serializer sets what was not sent to null.
    [MaxLength(MaxWaypoints), AllowNull]
    public IReadOnlyList<WaypointInput> Waypoints { get; init => field = value ?? []; } = [];

    [Required, DataType(DataType.DateTime)]
    public string? PickupTime { get; init; }

    [DataType(DataType.DateTime)]
    public string? ReturnPickupTime { get; init; }

    [Required, Range(1, MaxPassengers)]
    public int? Passengers { get; init; }

    [Range(0, MaxLuggage)]
    public int? Luggage { get; init; }

    [WireNames<VehicleClass>]
    public string? VehicleType { get; init; }

    [Required, WireNames<JourneyType>]
    public string? JourneyType { get; init; }

    [Range(MinHours, MaxHours)]
    public int? Hours { get; init; }

    public bool Compare { get; init; }

    public string? PromoCode { get; init; }

    public string? CorporateAccountId { get; init; }

    /// <summary>Faults found while it was read, such as wrong types and unknown fields.</summary>
    [JsonIgnore]
    public IReadOnlyList<FieldFault> Malformed { get; init; } = [];
}
