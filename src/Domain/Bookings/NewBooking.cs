using Nots.Domain.Common;
using Nots.Domain.Quotes;

namespace Nots.Domain.Bookings;

/// <summary>All that makes a booking.</summary>
/// <param name="PaymentHold">How long it waits for a card payment.</param>
public sealed record NewBooking(
    BookingId Id,
    string Reference,
    PaymentId PaymentId,
    Quote Quote,
    Customer Customer,
    PaymentMethod PaymentMethod,
    Actor BookedBy,
    string? UserId,
    TimeSpan PaymentHold,
    string? PickupInstructions = null,
    string? DropoffInstructions = null,
    string? SpecialRequirements = null);
