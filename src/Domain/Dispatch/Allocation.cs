using Nots.Domain.Common;
using Nots.Domain.Quotes;

namespace Nots.Domain.Dispatch;

/// <summary>A stretch of time in which a driver or vehicle is taken by a booking.</summary>
public sealed record Allocation(BookingId BookingId, TimeSlot Slot);
