using System.ComponentModel.DataAnnotations;

namespace Nots.Api.Quotes;

/// <summary>A via stop in a request.</summary>
internal sealed record WaypointBody(
    string? Address, double? Latitude, double? Longitude, string? PlaceId, [property: Range(0, 480)] int? WaitMinutes);
