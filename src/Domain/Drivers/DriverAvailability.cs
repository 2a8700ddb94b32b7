using Nots.Domain.Places;

namespace Nots.Domain.Drivers;

/// <summary>Whether a driver takes jobs now, and where they were last seen.</summary>
/// <param name="LocatedAt">When that was, UTC.</param>
/// <param name="IdleSince">When they finished their last job, UTC; null when not known.</param>
public sealed record DriverAvailability(
    bool Available, Coordinates? Location = null, DateTimeOffset? LocatedAt = null, DateTimeOffset? IdleSince = null);
