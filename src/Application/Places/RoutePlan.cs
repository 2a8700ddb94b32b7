using Nots.Domain.Places;

namespace Nots.Application.Places;

/// <summary>A planned way through all stops.</summary>
/// <param name="Stops">The stops as found, in order.</param>
/// <param name="Meters">Driving distance from first to last.</param>
/// <param name="Seconds">Driving time from first to last, without waiting.</param>
/// <param name="Polyline">Google's encoded polyline format, precision 5.</param>
/// <param name="Estimated">Whether it was reckoned offline rather than routed on roads.</param>
public sealed record RoutePlan(IReadOnlyList<Place> Stops, int Meters, int Seconds, string Polyline, bool Estimated);
