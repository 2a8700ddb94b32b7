using Nots.Domain.Common;

namespace Nots.Domain.Bookings;

/// <summary>That a booking was called off, and the money that goes back for it.</summary>
/// <param name="At">UTC.</param>
/// <param name="RefundAmount">Due to the customer, pence.</param>
public sealed record Cancellation(
    CancellationCause Cause, string? Reason, Actor By, DateTimeOffset At, long RefundAmount, RefundStatus RefundStatus)
{
    /// <summary>What had gone back before the cancellation, pence.</summary>
    public long RefundedBefore { get; init; }

    /// <summary>What will have gone back in all when the refund of the cancellation is done, pence.</summary>
    public long RefundTotal => RefundedBefore + RefundAmount;
}
