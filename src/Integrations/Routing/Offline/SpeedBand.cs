namespace Nots.Integrations.Routing.Offline;

/// <summary>How fast a car gets on over one stretch of a leg.</summary>
/// <param name="UpToMeters">Where the stretch ends, in driving metres from the leg's start; infinity for the last.</param>
/// <param name="KilometersPerHour">Average speed within the stretch.</param>
public sealed record SpeedBand(double UpToMeters, double KilometersPerHour);
