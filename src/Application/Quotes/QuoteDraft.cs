using Nots.Domain.Places;
using Nots.Domain.Quotes;

namespace Nots.Application.Quotes;

/// <summary>A quote request in typed values.</summary>
/// <param name="VehicleClass">Null when all classes are to be compared and none was preferred.</param>
public sealed record QuoteDraft(
    JourneyType Type,
    VehicleClass? VehicleClass,
    Location Pickup,
    Location Dropoff,
    IReadOnlyList<DraftVia> Vias,
    DateTimeOffset PickupAt,
    DateTimeOffset? ReturnAt,
    int? Hours,
    int Passengers,
    int Luggage);
