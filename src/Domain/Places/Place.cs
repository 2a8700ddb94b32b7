namespace Nots.Domain.Places;

/// <summary>A location that was found: it has a position and an address that a driver can read.</summary>
/// <param name="Address">For people.</param>
/// <param name="Coordinates">Where it is.</param>
/// <param name="Kind">What it is.</param>
/// <param name="PlaceId">Its id in the directory that found it; null when given by coordinates alone.</param>
/// <param name="Postcode">Upper case with one space, or an outward code alone, where known.</param>
public sealed record Place(string Address, Coordinates Coordinates, PlaceKind Kind = PlaceKind.Address, string? PlaceId = null, string? Postcode = null);
