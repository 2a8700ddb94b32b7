namespace Nots.Cli.Wire;

/// <summary>The body of <c>POST /v1/quotes</c>.</summary>
internal sealed record QuoteRequest(
    Location PickupLocation,
    Location DropoffLocation,
    IReadOnlyList<Waypoint>? Waypoints,
    DateTimeOffset PickupTime,
    DateTimeOffset? ReturnPickupTime,
    int? Hours,
    int Passengers,
    int Luggage,
    string VehicleType,
    string JourneyType);
