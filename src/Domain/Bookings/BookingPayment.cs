using Nots.Domain.Common;

namespace Nots.Domain.Bookings;

/// <summary>How a booking is paid, and how far. Amounts in pence.</summary>
public sealed record BookingPayment
{
    /// <summary><c>payment_…</c></summary>
    public required PaymentId PaymentId { get; init; }

    public required PaymentMethod Method { get; init; }

    public required PaymentStatus Status { get; init; }

    /// <summary>What is to be paid: the fare.</summary>
    public required long Amount { get; init; }

    /// <summary>What has come back to the customer so far.</summary>
    public long Refunded { get; init; }

    public string Currency { get; init; } = Money.Currency;

    /// <summary>Stripe's PaymentIntent, <c>pi_…</c>; null until one is open.</summary>
    public string? IntentId { get; init; }

    /// <summary>Stripe's last refund, <c>re_…</c>.</summary>
    public string? RefundId { get; init; }

    /// <summary>Whether money of the customer's has reached us (some of it may have gone back since).</summary>
    public bool Received => Status is PaymentStatus.Completed or PaymentStatus.PartiallyRefunded or PaymentStatus.Refunded;

    /// <summary>What could still be paid back, pence.</summary>
    public long Refundable => Received ? Amount - Refunded : 0;

    /// <summary>Whether the card may still be charged for this booking.</summary>
    public bool Open => Status is PaymentStatus.Pending or PaymentStatus.Processing or PaymentStatus.Failed;

    /// <summary>The same payment after a total has been paid back.</summary>
    /// <param name="total">All refunds together, pence.</param>
    /// <param name="refundId">The last of them.</param>
    public BookingPayment AfterRefunds(long total, string? refundId) => this with
    {
        Refunded = total,
        RefundId = refundId ?? RefundId,
        Status = total >= Amount ? PaymentStatus.Refunded : total > 0 ? PaymentStatus.PartiallyRefunded : Status,
    };
}
