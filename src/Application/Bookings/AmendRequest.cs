using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Nots.Application.Common;
using Nots.Domain.Bookings;
using Nots.Domain.Common;

namespace Nots.Application.Bookings;

/// <summary>A change of a booking as it was sent. What is null was not sent.</summary>
public sealed record AmendRequest
{
    public const int MaxNotesLength = 2000;
    public const long MaxExtra = 100_00;

    [DataType(DataType.DateTime)]
    public string? PickupTime { get; init; }

    [MaxLength(BookingRequest.MaxTextLength)]
    public string? PickupInstructions { get; init; }

    [MaxLength(MaxNotesLength)]
    public string? InternalNotes { get; init; }

    /// <summary>The driver's next step.</summary>
    [WireNames<JourneyProgress>]
    public string? Progress { get; init; }

    /// <summary>Degrees.</summary>
    [Range(-90, 90)]
    public double? Latitude { get; init; }

    [Range(-180, 180)]
    public double? Longitude { get; init; }

    /// <summary>Paid by the driver on the way, pence; with the completion.</summary>
    [Range(0, MaxExtra)]
    public long? Tolls { get; init; }

    [Range(0, MaxExtra)]
    public long? Parking { get; init; }

    /// <summary>Faults found while it was read, such as wrong types and unknown fields.</summary>
    [JsonIgnore]
    public IReadOnlyList<FieldFault> Malformed { get; init; } = [];
}
