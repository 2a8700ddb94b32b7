using System.Text.Json.Serialization;
using Nots.Api.Json;
using Nots.Domain.Common;
using Nots.Domain.Places;

namespace Nots.Api.Quotes;

/// <summary>A place that was found. Degrees, WGS 84.</summary>
internal sealed record PlaceAnswer(
    string Address,
    double Latitude,
    double Longitude,
    [property: WireNames<PlaceKind>] string Kind,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? PlaceId,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Postcode)
{
    public static PlaceAnswer Of(Place place) => new(
        place.Address, place.Coordinates.Latitude, place.Coordinates.Longitude, Wire.Name(place.Kind), place.PlaceId, place.Postcode);
}
