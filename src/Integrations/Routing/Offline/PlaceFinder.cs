using System.Globalization;
using Nots.Domain.Places;

namespace Nots.Integrations.Routing.Offline;

/// <summary>Finds the place that a location means: by its coordinates, else its place id, else its address.</summary>
internal sealed class PlaceFinder(OfflineRoutingOptions options)
{
    /// <summary>How far a named place may be from the given coordinates and still be what they mean, in metres.</summary>
    private const double NameRadius = 5_000;

    /// <summary>A degree of latitude, a little short, so that nothing in reach is passed over.</summary>
    private const double MetersPerDegree = 111_000;

    private readonly Gazetteer _gazetteer = Gazetteer.Instance;
    private readonly AddressFinder _addresses = new();

    public Found Find(Location location)
    {
        if (location.Address is { Length: > PlaceText.LongestAddress })
            return Found.Nothing("length", $"An address has at most {PlaceText.LongestAddress} characters.");
        if (location.Coordinates is { } coordinates)
            return AtCoordinates(coordinates, location);
        if (location.PlaceId is { Length: > 0 } placeId)
            return _gazetteer.TryGetById(placeId, out var entry) ? Found.At(entry.Place) : Found.Unknown(placeId);
        return string.IsNullOrWhiteSpace(location.Address)
            ? Found.Nothing("required", "A location needs an address, coordinates or a place id.")
            : _addresses.Find(location.Address);
    }

    private Found AtCoordinates(Coordinates position, Location location)
    {
        if (!position.IsValid)
            return Found.Nothing("range", "Latitude must be from -90 to 90 and longitude from -180 to 180.");
        if (!GreatBritain.Contains(position))
            return Found.Nothing("range", "The position is not in Great Britain.");
        var place = (Named(location, position) ?? Landmark(position))?.Place;
        var address = string.IsNullOrWhiteSpace(location.Address) ? place?.Address ?? Describe(position) : AddressFinder.Tidy(location.Address);
        return Found.At(place is null
            ? new Place(address, position)
            : place with { Address = address, Coordinates = position });
    }

    /// <summary>The place that the id or the address names beside the coordinates; a town says too little about a position in it.</summary>
    private GazetteerEntry? Named(Location location, Coordinates position)
    {
        var named = location.PlaceId is { Length: > 0 } placeId && _gazetteer.TryGetById(placeId, out var byId) ? byId
            : location.Address is { } address && _addresses.TryName(address, out var byName) ? byName : null;
        return named is { IsTown: false } && named.Place.Coordinates.DistanceTo(position) <= NameRadius ? named : null;
    }

    /// <summary>The nearest airport, port or station that reaches as far as this position.</summary>
    private GazetteerEntry? Landmark(Coordinates position)
    {
        GazetteerEntry? nearest = null;
        var least = double.PositiveInfinity;
        foreach (var entry in _gazetteer.Landmarks)
        {
            var radius = Math.Min(least, RadiusOf(entry.Place.Kind));
            if (Math.Abs(entry.Place.Coordinates.Latitude - position.Latitude) * MetersPerDegree > radius)
                continue; // Most of them, at a glance.
            var meters = entry.Place.Coordinates.DistanceTo(position);
            if (meters <= radius)
                (nearest, least) = (entry, meters);
        }

        return nearest;
    }

    private double RadiusOf(PlaceKind kind) => kind switch
    {
        PlaceKind.Airport => options.AirportRadius,
        PlaceKind.Port => options.PortRadius,
        _ => options.StationRadius,
    };

    private string Describe(Coordinates position)
    {
        var nearest = _gazetteer.Entries.MinBy(entry => entry.Place.Coordinates.DistanceTo(position))!.Place;
        return nearest.Coordinates.DistanceTo(position) <= NameRadius
            ? $"Near {nearest.Address}"
            : string.Create(CultureInfo.InvariantCulture, $"{position.Latitude:0.0000}, {position.Longitude:0.0000}");
    }
}
