namespace Nots.Cli.Wire;

/// <summary>Who drives.</summary>
internal sealed record BookedDriver(string DriverId);
