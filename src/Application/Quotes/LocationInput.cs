namespace Nots.Application.Quotes;

/// <summary>A location as it was sent: an address, or both coordinates (degrees), or the id of a known place.</summary>
public sealed record LocationInput(string? Address = null, double? Latitude = null, double? Longitude = null, string? PlaceId = null);
