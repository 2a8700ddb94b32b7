namespace Nots.Cli.Wire;

/// <summary>A via stop, and the minutes waited there.</summary>
internal sealed record Waypoint(string Address, int WaitMinutes);
