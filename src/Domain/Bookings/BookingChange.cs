namespace Nots.Domain.Bookings;

/// <summary>A booking after a change, and the event that tells of it.</summary>
public sealed record BookingChange(Booking Booking, BookingEvent Event);
