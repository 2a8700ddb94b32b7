using Nots.Domain.Bookings;

namespace Nots.Domain.Tests.Bookings;

public sealed class RefundTests
{
    private static readonly DateTimeOffset Later = A.Now.AddHours(1);

    [Fact]
    public void Refunds_are_told_as_their_total()
    {
        var first = Assert.IsType<BookingChange>(A.Confirmed().Refunded(200, "re_1", Later));
        var second = Assert.IsType<BookingChange>(first.Booking.Refunded(1228, "re_2", Later));

        Assert.Equal((PaymentStatus.PartiallyRefunded, 200L, "re_1", 1028L), Of(first.Booking.Payment));
        Assert.Equal(("200", "200", "re_1"), (first.Event.Facts["amount"], first.Event.Facts["total"], first.Event.Facts["refundId"]));
        Assert.Equal((PaymentStatus.Refunded, 1228L, "re_2", 0L), Of(second.Booking.Payment));
        Assert.Equal(("1028", "1228"), (second.Event.Facts["amount"], second.Event.Facts["total"]));
        Assert.Equal(BookingStatus.Confirmed, second.Booking.Status);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(199)]
    [InlineData(0)]
    [InlineData(-1)]
    public void A_total_that_is_not_more_is_known_already(long total) =>
        Assert.Null(A.Confirmed().Refunded(200, "re_1", Later).Done().Refunded(total, "re_2", Later));

    [Fact]
    public void A_refund_without_an_id_keeps_the_last_one() =>
        Assert.Equal("re_1", A.Confirmed().Refunded(200, "re_1", Later).Done().Refunded(300, null, Later).Done().Payment.RefundId);

    [Fact]
    public void More_than_was_received_cannot_have_gone_back() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => A.Confirmed().Refunded(1229, "re_1", Later));

    [Fact]
    public void Nothing_goes_back_before_something_came()
    {
        Assert.Null(A.Booking().Refunded(1228, "re_1", Later));
        Assert.Null(A.Booking().Cancelled().Refunded(1228, "re_1", Later));
        Assert.Null(A.Booking().ReleaseUnpaid(Later).Done().Refunded(1228, "re_1", Later));
    }

    [Fact]
    public void The_refund_of_a_cancellation_is_over_when_all_of_it_went_back()
    {
        var cancelled = A.Confirmed().Cancelled();

        var part = cancelled.Refunded(1227, "re_1", Later).Done();
        var all = part.Refunded(1228, "re_2", Later).Done();

        Assert.Equal(RefundStatus.Pending, part.Cancellation!.RefundStatus);
        Assert.Equal((1228L, RefundStatus.Succeeded), (all.Cancellation!.RefundAmount, all.Cancellation.RefundStatus));
    }

    [Fact]
    public void What_went_back_before_the_cancellation_does_not_count_towards_it()
    {
        // £6.00 as a kindness; then half of the rest, £3.14, is owed for a late cancellation.
        var cancelled = A.Confirmed().Refunded(600, "re_1", A.Now).Done().Cancelled(A.PickupAt.AddHours(-1));
        Assert.Equal(314, cancelled.Cancellation!.RefundAmount);

        var part = cancelled.Refunded(913, "re_2", Later).Done();
        var all = part.Refunded(914, "re_3", Later).Done();

        Assert.Equal(RefundStatus.Pending, part.Cancellation!.RefundStatus);
        Assert.Equal(RefundStatus.Succeeded, all.Cancellation!.RefundStatus);
    }

    [Fact]
    public void A_refund_that_failed_is_noted_once_and_may_succeed_later()
    {
        var failed = Assert.IsType<BookingChange>(A.Confirmed().Cancelled().RefundFailed("expired_card", Later));

        Assert.Equal(("refund_failed", "expired_card"), (failed.Event.Type, failed.Event.Facts["reason"]));
        Assert.Equal(RefundStatus.Failed, failed.Booking.Cancellation!.RefundStatus);
        Assert.Null(failed.Booking.RefundFailed("expired_card", Later));
        Assert.Equal(RefundStatus.Succeeded, failed.Booking.Refunded(1228, "re_1", Later).Done().Cancellation!.RefundStatus);
    }

    [Fact]
    public void Only_a_refund_that_is_due_can_fail()
    {
        Assert.Null(A.Confirmed().RefundFailed("expired_card", Later));
        Assert.Null(A.Booking().Cancelled().RefundFailed("expired_card", Later));
        Assert.Null(A.Confirmed().Cancelled().Refunded(1228, "re_1", Later).Done().RefundFailed("expired_card", Later));
    }

    [Fact]
    public void Staff_may_pay_back_after_the_journey()
    {
        var refunded = A.Completed().Refunded(300, "re_1", Later).Done();

        Assert.Equal((BookingStatus.Completed, PaymentStatus.PartiallyRefunded), (refunded.Status, refunded.Payment.Status));
        Assert.Null(refunded.Cancellation);
    }

    private static (PaymentStatus, long, string?, long) Of(BookingPayment payment) =>
        (payment.Status, payment.Refunded, payment.RefundId, payment.Refundable);
}
