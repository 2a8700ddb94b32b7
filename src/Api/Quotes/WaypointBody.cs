using System.ComponentModel.DataAnnotations;

namespace Nots.Api.Quotes;

/// <summary>A via stop in a request.</summary>
internal sealed record WaypointBody
{
    public string? Address { get; init; }

    public double? Latitude { get; init; }

    public double? Longitude { get; init; }

    public string? PlaceId { get; init; }

    [Range(0, 480)]
    public int? WaitMinutes { get; init; }
}
