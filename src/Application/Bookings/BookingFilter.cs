using Nots.Domain.Bookings;
using Nots.Domain.Common;

namespace Nots.Application.Bookings;

/// <summary>Which bookings to list. Null means any.</summary>
/// <param name="UserId">Of this customer.</param>
/// <param name="DriverId">Allocated to this driver.</param>
/// <param name="From">Picked up at this time or later, UTC.</param>
/// <param name="To">Picked up before this time, UTC.</param>
/// <param name="Text">In the reference, the customer's name or phone number, without regard to case.</param>
/// <param name="SoonestFirst">Instead of latest first.</param>
public sealed record BookingFilter(
    string? UserId = null,
    DriverId? DriverId = null,
    BookingStatus? Status = null,
    DateTimeOffset? From = null,
    DateTimeOffset? To = null,
    string? Text = null,
    bool SoonestFirst = false);
