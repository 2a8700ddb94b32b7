using Nots.Domain.Common;

namespace Nots.Application.Lifecycle;

/// <summary>The events of a booking after one of them, up to another.</summary>
public sealed record EventsAfter(BookingId BookingId, int After, int UpTo);
