namespace Nots.Application.Dispatch;

/// <summary>A candidate for a job, with each gate's verdict and their place in the ranking.</summary>
/// <param name="Rank">From 1, best first.</param>
/// <param name="DistanceMeters">From where the driver was last seen to the pick-up, as the crow flies; null when not known.</param>
public sealed record RankedCandidate(CheckedCandidate Check, int Rank, int? DistanceMeters);
