namespace Nots.Cli.Wire;

/// <summary>A driver with a vehicle, and whether every gate let them pass.</summary>
internal sealed record Candidate(string DriverId, string VehicleId, bool Eligible, int Rank, IReadOnlyList<GateVerdict> Gates);
