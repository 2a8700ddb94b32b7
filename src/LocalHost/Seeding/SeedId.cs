using System.Globalization;

namespace Nots.LocalHost.Seeding;

/// <summary>Ids of seeded things: formed as all ids are, the same on every machine, and sorted before any made later.</summary>
internal static class SeedId
{
    public static string Of(string prefix, int number) => $"{prefix}_{number.ToString("D26", CultureInfo.InvariantCulture)}";
}
