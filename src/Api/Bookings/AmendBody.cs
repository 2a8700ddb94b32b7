using System.ComponentModel.DataAnnotations;
using Nots.Api.Json;
using Nots.Domain.Bookings;

namespace Nots.Api.Bookings;

/// <summary>The shape of a booking's change. It documents what <see cref="BookingsAmend"/> reads. Amounts in pence.</summary>
internal sealed record AmendBody
{
    public DateTime? PickupTime { get; init; }

    [MaxLength(500)]
    public string? PickupInstructions { get; init; }

    [MaxLength(2000)]
    public string? InternalNotes { get; init; }

    [WireNames<JourneyProgress>]
    public string? Progress { get; init; }

    [Range(-90, 90)]
    public double? Latitude { get; init; }

    [Range(-180, 180)]
    public double? Longitude { get; init; }

    [Range(0, 10000)]
    public long? Tolls { get; init; }

    [Range(0, 10000)]
    public long? Parking { get; init; }
}
