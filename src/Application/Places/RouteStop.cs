using Nots.Domain.Places;

namespace Nots.Application.Places;

/// <summary>A stop to plan through, and the request's field to name if it cannot be found, such as <c>dropoffLocation</c>.</summary>
public sealed record RouteStop(string Field, Location Location);
