namespace Nots.Domain.Places;

/// <summary>Where somebody wants to go, as they put it: an address, or coordinates, or the id of a known place.</summary>
public sealed record Location(string? Address = null, Coordinates? Coordinates = null, string? PlaceId = null);
