namespace Nots.Application.Bookings;

/// <summary>A place in a list of bookings: the last one's pick-up (epoch seconds) and id.</summary>
public sealed record BookingPosition(long PickupAt, string BookingId);
