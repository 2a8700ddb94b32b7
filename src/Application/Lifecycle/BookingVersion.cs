namespace Nots.Application.Lifecycle;

/// <summary>A booking in the state in which it was read.</summary>
public sealed record BookingVersion(string BookingId, long Version);
