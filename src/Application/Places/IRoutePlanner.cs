using Nots.Application.Common;
using Nots.Domain.Common;
using Nots.Domain.Places;

namespace Nots.Application.Places;

/// <summary>Finds places and the way between them.</summary>
public interface IRoutePlanner
{
    /// <summary>
    /// Plans a journey through all stops, in order. A stop that cannot be found or reached is a refusal with a
    /// <see cref="FieldFault"/> per stop; the field is the one the caller named for it.
    /// </summary>
    /// <param name="stops">Two to five stops, each with the request's field it came from.</param>
    /// <param name="departAt">Pick-up time, UTC: traffic depends on it where the planner knows traffic.</param>
    /// <param name="cancellationToken">The request's.</param>
    /// <exception cref="ExternalServiceException">The routing service cannot be reached.</exception>
    Task<Result<RoutePlan>> PlanAsync(IReadOnlyList<RouteStop> stops, DateTimeOffset departAt, CancellationToken cancellationToken);

    /// <summary>Places whose names match, best first, at most 10.</summary>
    /// <param name="text">Three characters or more.</param>
    /// <param name="cancellationToken">The request's.</param>
    Task<IReadOnlyList<Place>> SearchAsync(string text, CancellationToken cancellationToken);
}
