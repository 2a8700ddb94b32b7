using Nots.Application.Places;
using Nots.Domain.Common;
using Nots.Domain.Places;

namespace Nots.Integrations.Routing.Offline;

/// <summary>
/// Plans without any service: places from a gazetteer and postcode areas, distance by the great circle and a road factor, time
/// by the length of each leg. It knows no sea and no traffic; its plans say that they are estimated.
/// </summary>
public sealed class OfflineRoutePlanner(OfflineRoutingOptions options) : IRoutePlanner
{
    private readonly PlaceFinder _finder = new(options);

    public Task<Result<RoutePlan>> PlanAsync(IReadOnlyList<RouteStop> stops, DateTimeOffset departAt, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(stops.Count, 2);
        return Task.FromResult(Plan(stops));
    }

    public Task<IReadOnlyList<Place>> SearchAsync(string text, CancellationToken cancellationToken) => Task.FromResult(PlaceSearch.Find(text));

    private Result<RoutePlan> Plan(IReadOnlyList<RouteStop> stops)
    {
        var places = new Place[stops.Count];
        List<FieldFault>? faults = null;
        for (var at = 0; at < stops.Count; at++)
        {
            var found = _finder.Find(stops[at].Location);
            if (found.Succeeded)
                places[at] = found.Place;
            else
                (faults ??= []).Add(new FieldFault(stops[at].Field, found.Constraint, found.Message));
        }

        return faults is null ? Measure(stops, places) : Refusal.Invalid(faults);
    }

    private Result<RoutePlan> Measure(IReadOnlyList<RouteStop> stops, Place[] places)
    {
        var (meters, seconds) = (0, 0);
        for (var at = 1; at < places.Length; at++)
        {
            var leg = places[at - 1].Coordinates.DistanceTo(places[at].Coordinates) * options.RoadFactor;
            meters += (int)Math.Round(leg);
            seconds += DrivingTime.Seconds(leg, options.Speeds);
        }

        if (meters == 0)
            return Refusal.Invalid(new FieldFault(stops[^1].Field, "distinct", "The journey must lead somewhere: the drop-off is the pick-up."));
        return new RoutePlan(places, meters, seconds, EncodedPolyline.Encode(places.Select(place => place.Coordinates)), Estimated: true);
    }
}
