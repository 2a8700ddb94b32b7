namespace Nots.Host.Bench;

/// <param name="Bookings">How many lived.</param>
/// <param name="Completed">Until the last was reported completed.</param>
/// <param name="Quiet">Until their orchestrations had ended, too.</param>
/// <param name="ProcessorTime">Of the platform, both processors together.</param>
internal sealed record LifecycleFigures(int Bookings, TimeSpan Completed, TimeSpan Quiet, TimeSpan ProcessorTime)
{
    public double PerSecond => Bookings / Quiet.TotalSeconds;
}
