using Nots.Domain.Bookings;

namespace Nots.Application.Bookings;

/// <summary>A booking for somebody who may see it.</summary>
/// <param name="ManageToken">Given once, to whoever made the booking; null otherwise.</param>
/// <param name="ForStaff">Whether the reader may see what is for staff alone.</param>
/// <param name="ForPayer">Whether the reader may confirm the payment.</param>
/// <param name="ClientSecret">What confirms the payment: for the payer, while it can still be paid; null otherwise.</param>
public sealed record BookingDetails(Booking Booking, bool ForStaff, bool ForPayer, string? ManageToken = null, string? ClientSecret = null);
