using Nots.Domain.Bookings;
using Nots.Domain.Common;

namespace Nots.Domain.Payments;

/// <summary>A booking's payment as the books have it: found by its PaymentIntent and by its state. Amounts in pence.</summary>
public sealed record Payment : Entity
{
    /// <summary><c>payment_…</c></summary>
    public required string Id { get; init; }

    public required string BookingId { get; init; }

    public required PaymentMethod Method { get; init; }

    public required PaymentStatus Status { get; init; }

    public required long Amount { get; init; }

    public long Refunded { get; init; }

    public required string Currency { get; init; }

    public string? IntentId { get; init; }

    public string? RefundId { get; init; }

    /// <summary>The payment as the booking has it now, to stand in place of this one.</summary>
    public Payment Follow(BookingPayment payment) => this with
    {
        Status = payment.Status,
        Amount = payment.Amount,
        Refunded = payment.Refunded,
        IntentId = payment.IntentId,
        RefundId = payment.RefundId,
    };
}
