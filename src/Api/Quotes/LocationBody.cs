namespace Nots.Api.Quotes;

/// <summary>A location in a request: an address, or both coordinates, or a place id.</summary>
internal sealed record LocationBody(string? Address, double? Latitude, double? Longitude, string? PlaceId);
