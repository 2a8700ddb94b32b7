namespace Nots.Cli.Wire;

/// <summary>A driver, as far as the tool looks.</summary>
internal sealed record Driver(string DriverId, string Email);
