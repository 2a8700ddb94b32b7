namespace Nots.Api.Quotes;

/// <summary>A location in a request: an address, or both coordinates (degrees), or a place id.</summary>
internal sealed record LocationBody
{
    public string? Address { get; init; }

    public double? Latitude { get; init; }

    public double? Longitude { get; init; }

    public string? PlaceId { get; init; }
}
