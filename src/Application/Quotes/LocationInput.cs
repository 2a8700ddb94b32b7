using System.ComponentModel.DataAnnotations;

namespace Nots.Application.Quotes;

/// <summary>A location as it was sent: an address, or both coordinates (degrees), or the id of a known place.</summary>
public record LocationInput(
    [property: MaxLength(LocationInput.MaxAddressLength)] string? Address = null,
    double? Latitude = null,
    double? Longitude = null,
    [property: MaxLength(LocationInput.MaxPlaceIdLength)] string? PlaceId = null)
{
    public const int MaxAddressLength = 300;
    public const int MaxPlaceIdLength = 200;
}
