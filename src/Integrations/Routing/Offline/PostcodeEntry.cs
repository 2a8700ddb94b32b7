using Nots.Domain.Places;

namespace Nots.Integrations.Routing.Offline;

/// <summary>The middle of a postcode area or of an outward code.</summary>
/// <param name="Code">Such as <c>BH</c> or <c>BH15</c>.</param>
/// <param name="Name">The area's post town; empty for an outward code.</param>
/// <param name="ByRoad">Whether the roads of Great Britain lead there.</param>
internal sealed record PostcodeEntry(string Code, string Name, Coordinates Coordinates, bool ByRoad);
