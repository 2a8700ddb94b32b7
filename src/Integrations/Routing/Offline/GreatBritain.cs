using Nots.Domain.Places;

namespace Nots.Integrations.Routing.Offline;

/// <summary>The island that the company's roads are on, as a box: Lizard to Orkney, Outer Hebrides to Lowestoft.</summary>
internal static class GreatBritain
{
    public static bool Contains(Coordinates position) => position is { Latitude: >= 49.8 and <= 59.5, Longitude: >= -7.7 and <= 1.9 };
}
