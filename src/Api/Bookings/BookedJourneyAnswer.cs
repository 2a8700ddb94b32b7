using System.Text.Json.Serialization;
using Nots.Api.Json;
using Nots.Api.Quotes;
using Nots.Domain.Quotes;

namespace Nots.Api.Bookings;

/// <summary>Where a booked journey goes, and when.</summary>
internal sealed record BookedJourneyAnswer(
    PlaceAnswer PickupLocation,
    PlaceAnswer DropoffLocation,
    IReadOnlyList<WaypointAnswer> Waypoints,
    DateTime PickupTime,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateTime? ReturnPickupTime,
    DistanceAnswer Distance,
    DurationAnswer Duration,
    bool Estimated)
{
    public static BookedJourneyAnswer Of(Journey journey)
    {
        var way = JourneyAnswer.Of(journey);
        return new BookedJourneyAnswer(
            PlaceAnswer.Of(journey.Pickup), PlaceAnswer.Of(journey.Dropoff), WaypointAnswer.Of(journey.Vias), WireClock.Utc(journey.PickupAt),
            WireClock.Utc(journey.Inbound?.PickupAt), way.Distance, way.Duration, way.Estimated);
    }
}
