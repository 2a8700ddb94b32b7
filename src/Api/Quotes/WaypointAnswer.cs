using System.Text.Json.Serialization;
using Nots.Domain.Quotes;

namespace Nots.Api.Quotes;

/// <summary>A via stop that was found.</summary>
internal sealed record WaypointAnswer(
    string Address,
    double Latitude,
    double Longitude,
    int WaitMinutes,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? PlaceId,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Postcode)
{
    public static IReadOnlyList<WaypointAnswer> Of(IReadOnlyList<Via> vias) => vias.Count == 0 ? [] : [.. vias.Select(Of)];

    private static WaypointAnswer Of(Via via) => new(
        via.Place.Address, via.Place.Coordinates.Latitude, via.Place.Coordinates.Longitude, via.WaitMinutes, via.Place.PlaceId, via.Place.Postcode);
}
