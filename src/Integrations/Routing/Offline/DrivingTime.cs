namespace Nots.Integrations.Routing.Offline;

/// <summary>Driving time of a leg from its length: each stretch of it at its band's speed.</summary>
internal static class DrivingTime
{
    /// <summary>Whole seconds, rounded up: 0 only for a leg of no length.</summary>
    public static int Seconds(double meters, IReadOnlyList<SpeedBand> speeds)
    {
        double seconds = 0, from = 0;
        foreach (var band in speeds)
        {
            var to = Math.Min(meters, band.UpToMeters);
            seconds += (to - from) * 3.6 / band.KilometersPerHour;
            if (meters <= band.UpToMeters)
                break;
            from = to;
        }

        return (int)Math.Ceiling(seconds);
    }
}
