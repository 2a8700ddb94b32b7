namespace Nots.Cli.Demo;

/// <summary>The messages about a demo's bookings.</summary>
internal sealed record MessageReport(int Sent, IReadOnlyList<string> Faults);
