using System.Globalization;
using Nots.Application.Configuration;

namespace Nots.Integrations.Routing.Offline;

/// <summary>How the offline planner reckons distances, times and what a position is.</summary>
public sealed record OfflineRoutingOptions : IValidatableOptions
{
    /// <summary>Driving distance over straight-line distance. 1.3 is usual for British roads.</summary>
    public double RoadFactor { get; init; } = 1.3;

    /// <summary>
    /// Speeds along a leg, nearest to its start first: through the town, out of it, on the A road, on the motorway. So a short
    /// leg is slow throughout and a longer one never takes less time than a shorter.
    /// </summary>
    public IReadOnlyList<SpeedBand> Speeds { get; init; } =
        [new(3_000, 24), new(10_000, 40), new(30_000, 70), new(double.PositiveInfinity, 95)];

    /// <summary>Metres from an airport within which a position counts as that airport.</summary>
    public double AirportRadius { get; init; } = 1_500;

    /// <summary>Metres from a port within which a position counts as that port.</summary>
    public double PortRadius { get; init; } = 400;

    /// <summary>Metres from a station within which a position counts as that station.</summary>
    public double StationRadius { get; init; } = 300;

    public IReadOnlyList<string> Faults()
    {
        var faults = new List<string>();
        if (RoadFactor is not (>= 1 and <= 3))
            faults.Add("RoadFactor must be from 1 to 3.");
        foreach (var (name, radius) in new[] { (nameof(AirportRadius), AirportRadius), (nameof(PortRadius), PortRadius), (nameof(StationRadius), StationRadius) })
        {
            if (radius is not (>= 0 and <= 10_000))
                faults.Add($"{name} must be from 0 to 10000 metres.");
        }

        if (Speeds.Any(band => band.KilometersPerHour is not (>= 1 and <= 150)))
            faults.Add("Speeds must be from 1 to 150 km/h.");
        if (Speeds.Count == 0 || !double.IsPositiveInfinity(Speeds[^1].UpToMeters))
            faults.Add("The last of Speeds must have no end.");
        if (Speeds.Any(band => band.UpToMeters is not > 0) || Speeds.Zip(Speeds.Skip(1)).Any(pair => !(pair.First.UpToMeters < pair.Second.UpToMeters)))
            faults.Add("Speeds must be in the order of their ends.");
        return faults;
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"road factor {RoadFactor}, speeds {string.Join(", ", Speeds.Select(band => string.Create(CultureInfo.InvariantCulture, $"{band.KilometersPerHour} km/h to {band.UpToMeters / 1000} km")))}, radii {AirportRadius}/{PortRadius}/{StationRadius} m");
}
