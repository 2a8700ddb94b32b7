using Nots.Domain.Bookings;
using Nots.Domain.Common;

namespace Nots.Domain.Payments;

/// <summary>A booking's payment as the books have it: found by its PaymentIntent and by its state. Amounts in pence.</summary>
public sealed record Payment : Entity
{
    /// <summary><c>payment_…</c></summary>
    public required PaymentId Id { get; init; }

    public required BookingId BookingId { get; init; }

    public required PaymentMethod Method { get; init; }

    public required PaymentStatus Status { get; init; }

    public required long Amount { get; init; }

    public long Refunded { get; init; }

    public required string Currency { get; init; }

    public string? IntentId { get; init; }

    public string? RefundId { get; init; }

    /// <summary>
    /// The payment of a booking as it stands. The booking decides: this item is written in the same transaction, under the
    /// booking's version.
    /// </summary>
    public static Payment Of(Booking booking) => new()
    {
        Id = booking.Payment.PaymentId,
        BookingId = booking.Id,
        Method = booking.Payment.Method,
        Status = booking.Payment.Status,
        Amount = booking.Payment.Amount,
        Refunded = booking.Payment.Refunded,
        Currency = booking.Payment.Currency,
        IntentId = booking.Payment.IntentId,
        RefundId = booking.Payment.RefundId,
        CreatedAt = booking.CreatedAt,
        Version = booking.Version,
    };
}
