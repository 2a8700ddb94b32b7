using System.ComponentModel.DataAnnotations;

namespace Nots.Application.Quotes;

/// <summary>A via stop as it was sent: a location, and how long the driver waits there.</summary>
public sealed record WaypointInput(
    string? Address = null,
    double? Latitude = null,
    double? Longitude = null,
    string? PlaceId = null,
    [property: Range(0, WaypointInput.MaxWaitMinutes)] int? WaitMinutes = null)
    : LocationInput(Address, Latitude, Longitude, PlaceId)
{
    public const int MaxWaitMinutes = 480;
}
