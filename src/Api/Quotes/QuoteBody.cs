using System.ComponentModel.DataAnnotations;
using Nots.Api.Json;
using Nots.Domain.Quotes;

namespace Nots.Api.Quotes;

/// <summary>The shape of a quote request. It documents what <see cref="QuotesCreate"/> reads.</summary>
internal sealed record QuoteBody
{
    public required LocationBody PickupLocation { get; init; }

    public required LocationBody DropoffLocation { get; init; }

    [MaxLength(3)]
    public IReadOnlyList<WaypointBody>? Waypoints { get; init; }

    public required DateTime PickupTime { get; init; }

    public DateTime? ReturnPickupTime { get; init; }

    [Range(1, 8)]
    public required int Passengers { get; init; }

    [Range(0, 20)]
    public int? Luggage { get; init; }

    [WireNames<VehicleClass>]
    public string? VehicleType { get; init; }

    [WireNames<JourneyType>]
    public required string JourneyType { get; init; }

    [Range(2, 12)]
    public int? Hours { get; init; }

    public bool? Compare { get; init; }

    public string? PromoCode { get; init; }

    public string? CorporateAccountId { get; init; }
}
