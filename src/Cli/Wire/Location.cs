namespace Nots.Cli.Wire;

/// <summary>A place on the wire: as asked for by address, as answered with coordinates.</summary>
internal sealed record Location(string? Address, double? Latitude = null, double? Longitude = null);
