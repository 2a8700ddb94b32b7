using Nots.Domain.Common;

namespace Nots.Application.Lifecycle;

/// <summary>A booking in the state in which it was read.</summary>
public sealed record BookingVersion(BookingId BookingId, long Version);
