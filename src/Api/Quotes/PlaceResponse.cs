using System.Text.Json.Serialization;
using Nots.Application.Common;
using Nots.Domain.Common;
using Nots.Domain.Places;
using Nots.Domain.Quotes;

namespace Nots.Api.Quotes;

/// <summary>A place that was found. Degrees, WGS 84.</summary>
internal sealed record PlaceResponse(
    string Address,
    double Latitude,
    double Longitude,
    [property: WireNames<PlaceKind>] string Kind,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? PlaceId,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Postcode)
{
    public static PlaceResponse From(Place place) => new(
        place.Address, place.Coordinates.Latitude, place.Coordinates.Longitude, Wire.Name(place.Kind), place.PlaceId, place.Postcode);
}

/// <summary>A via stop that was found.</summary>
internal sealed record WaypointResponse(
    string Address,
    double Latitude,
    double Longitude,
    int WaitMinutes,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? PlaceId,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Postcode)
{
    public static IReadOnlyList<WaypointResponse> From(IReadOnlyList<Via> vias) => vias.Count == 0 ? [] : [.. vias.Select(From)];

    private static WaypointResponse From(Via via) => new(
        via.Place.Address, via.Place.Coordinates.Latitude, via.Place.Coordinates.Longitude, via.WaitMinutes, via.Place.PlaceId, via.Place.Postcode);
}

/// <summary>Places whose names match, best first.</summary>
internal sealed record LocationsResponse(IReadOnlyList<PlaceResponse> Locations);
