using Nots.Application.Places;
using Nots.Domain.Common;
using Nots.Domain.Places;

namespace Nots.Application.Tests.Platform;

/// <summary>Every place is found, and every way is 8500 m and 1200 s.</summary>
internal sealed class StraightRoads : IRoutePlanner
{
    public Task<Result<RoutePlan>> PlanAsync(IReadOnlyList<RouteStop> stops, DateTimeOffset departAt, CancellationToken cancellationToken) =>
        Task.FromResult<Result<RoutePlan>>(new RoutePlan(
            [.. stops.Select(stop => new Place(stop.Location.Address ?? "Somewhere", stop.Location.Coordinates ?? new Coordinates(50.72, -1.88)))],
            8500, 1200, "_p~iF~ps|U", true));

    public Task<IReadOnlyList<Place>> SearchAsync(string text, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Place>>([]);
}
