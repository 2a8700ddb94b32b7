using Nots.Domain.Bookings;
using Nots.Domain.Payments;

namespace Nots.Domain.Tests.Bookings;

public sealed class PaymentTests
{
    private static readonly DateTimeOffset Later = A.Now.AddMinutes(20);

    [Fact]
    public void The_charge_confirms_the_booking_and_ends_its_hold()
    {
        var change = Assert.IsType<BookingChange>(A.Booking().PaymentSucceeded(1228, "pi_1", Later));

        Assert.Equal(BookingStatus.Confirmed, change.Booking.Status);
        Assert.Equal((PaymentStatus.Completed, "pi_1", 1228L), (change.Booking.Payment.Status, change.Booking.Payment.IntentId, change.Booking.Payment.Refundable));
        Assert.Null(change.Booking.HeldUntil);
        Assert.Equal("confirmed", change.Event.Type);
        Assert.Equal("1228", change.Event.Facts["amount"]);
    }

    [Fact]
    public void An_intent_is_noted_only_while_the_booking_waits_for_its_payment()
    {
        var waiting = A.Booking().WithIntent("pi_2");

        Assert.Equal(("pi_2", 1), (waiting.Payment.IntentId, waiting.Timeline.Count));
        foreach (var booking in new[] { A.Confirmed(), A.Completed(), A.Booking().Cancelled(), A.Booking(PaymentMethod.Cash) })
            Assert.Equal(booking, booking.WithIntent("pi_2"));
    }

    [Fact]
    public void The_same_charge_told_twice_is_known_already()
    {
        var paid = A.Confirmed();

        Assert.Null(paid.PaymentSucceeded(1228, "pi_1", Later));
        Assert.Null(A.Completed().PaymentSucceeded(1228, "pi_1", Later));
        Assert.Null(paid.Refunded(1228, "re_1", Later).Done().PaymentSucceeded(1228, "pi_1", Later));
    }

    [Theory]
    [InlineData(1227)]
    [InlineData(1229)]
    [InlineData(0)]
    public void A_charge_of_another_amount_never_confirms(long amount)
    {
        var change = Assert.IsType<BookingChange>(A.Booking().PaymentSucceeded(amount, "pi_1", Later));

        Assert.Equal("payment_mismatch", change.Event.Type);
        Assert.Equal(BookingStatus.Pending, change.Booking.Status);
        Assert.False(change.Booking.Payment.Received);
        Assert.Null(change.Booking.PaymentSucceeded(amount, "pi_1", Later));
    }

    [Fact]
    public void After_a_wrong_charge_was_sent_back_the_right_one_still_confirms()
    {
        var wrong = A.Booking().PaymentSucceeded(1000, "pi_1", Later).Done();

        Assert.Null(wrong.Refunded(1000, "re_1", Later));
        Assert.Equal(BookingStatus.Confirmed, wrong.PaymentSucceeded(1228, "pi_2", Later).Done().Status);
    }

    [Theory]
    [InlineData(PaymentMethod.Cash)]
    [InlineData(PaymentMethod.Account)]
    public void The_card_processor_has_no_say_in_cash_and_account(PaymentMethod method)
    {
        var booking = A.Booking(method);

        Assert.Null(booking.PaymentSucceeded(1228, "pi_1", Later));
        Assert.Null(booking.PaymentFailed("card_declined", Later));
        Assert.Null(booking.PaymentCancelled(Later));
        Assert.Null(booking.Refunded(1228, "re_1", Later));
    }

    [Fact]
    public void After_a_declined_card_another_may_be_tried()
    {
        var declined = Assert.IsType<BookingChange>(A.Booking().PaymentFailed("card_declined", Later));

        Assert.Equal(("payment_failed", "card_declined"), (declined.Event.Type, declined.Event.Facts["reason"]));
        Assert.Equal((BookingStatus.Pending, PaymentStatus.Failed), (declined.Booking.Status, declined.Booking.Payment.Status));
        Assert.NotNull(declined.Booking.HeldUntil);
        Assert.Equal(BookingStatus.Confirmed, declined.Booking.Pay().Status);
    }

    [Fact]
    public void A_failure_told_late_does_not_matter()
    {
        Assert.Null(A.Confirmed().PaymentFailed("card_declined", Later));
        Assert.Null(A.Booking().Cancelled().PaymentFailed("card_declined", Later));
        Assert.Null(A.Booking().ReleaseUnpaid(Later).Done().PaymentFailed("card_declined", Later));
    }

    [Fact]
    public void A_cancelled_intent_ends_the_payment_and_not_the_booking()
    {
        var booking = A.Booking().WithIntent("pi_1");

        var cancelled = booking.PaymentCancelled(Later).Done();

        Assert.Equal((PaymentStatus.Cancelled, "pi_1"), (cancelled.Payment.Status, cancelled.Payment.IntentId));
        Assert.Equal(BookingStatus.Pending, cancelled.Status);
        Assert.Null(cancelled.PaymentCancelled(Later));
        Assert.Null(A.Confirmed().PaymentCancelled(Later));
    }

    [Fact]
    public void A_booking_that_is_not_paid_in_time_is_released_and_owes_nothing()
    {
        var released = A.Booking().WithIntent("pi_1").ReleaseUnpaid(Later).Done();

        Assert.Equal(BookingStatus.Cancelled, released.Status);
        Assert.Equal(PaymentStatus.Cancelled, released.Payment.Status);
        Assert.Equal((CancellationCause.PaymentTimeout, 0L, RefundStatus.NotRequired),
            (released.Cancellation!.Cause, released.Cancellation.RefundAmount, released.Cancellation.RefundStatus));
        Assert.Null(released.HeldUntil);
    }

    [Fact]
    public void A_charge_after_the_customer_cancelled_owes_all_of_it_back()
    {
        var cancelled = A.Booking().Cancelled(A.PickupAt.AddMinutes(-1));
        Assert.Equal(RefundStatus.NotRequired, cancelled.Cancellation!.RefundStatus);

        OwesAllBack(cancelled.PaymentSucceeded(1228, "pi_1", Later));
    }

    [Fact]
    public void A_cancelled_booking_owes_until_its_intent_is_closed_and_its_refund_is_made_or_has_failed()
    {
        Assert.False(A.Confirmed().OwesPaymentBack);
        Assert.True(A.Booking().Cancelled().OwesPaymentBack);
        Assert.False(A.Booking().Cancelled().PaymentCancelled(Later).Done().OwesPaymentBack);
        Assert.True(A.Confirmed().Cancelled().OwesPaymentBack);
        Assert.False(A.Confirmed().Cancelled().Refunded(1228, "re_1", Later).Done().OwesPaymentBack);
        Assert.False(A.Confirmed().Cancelled().RefundFailed("expired_card", Later).Done().OwesPaymentBack);
    }

    [Fact]
    public void A_charge_after_the_hold_was_given_up_owes_all_of_it_back() =>
        OwesAllBack(A.Booking().ReleaseUnpaid(Later).Done().PaymentSucceeded(1228, "pi_1", Later));

    [Fact]
    public void A_charge_after_the_intent_was_thought_cancelled_still_counts()
    {
        Assert.Equal(BookingStatus.Confirmed, A.Booking().PaymentCancelled(Later).Done().Pay().Status);
        OwesAllBack(A.Booking().Cancelled().PaymentCancelled(Later).Done().PaymentSucceeded(1228, "pi_1", Later));
    }

    [Fact]
    public void A_dispute_is_noted_and_changes_nothing_else()
    {
        var booking = A.Assigned();

        var change = booking.Disputed(1228, "fraudulent", Later);

        Assert.Equal(("payment_disputed", "fraudulent"), (change.Event.Type, change.Event.Facts["reason"]));
        Assert.Equal(booking, change.Booking with { Timeline = booking.Timeline });
    }

    [Fact]
    public void The_books_follow_the_booking()
    {
        var booking = A.Confirmed().Refunded(200, "re_1", Later).Done() with { Version = 3 };

        Assert.Equal(
            new Payment
            {
                Id = booking.Payment.PaymentId,
                BookingId = booking.Id,
                Method = PaymentMethod.Card,
                Status = PaymentStatus.PartiallyRefunded,
                Amount = 1228,
                Refunded = 200,
                Currency = "GBP",
                IntentId = booking.Payment.IntentId,
                RefundId = "re_1",
                CreatedAt = booking.CreatedAt,
                Version = 3,
            },
            Payment.Of(booking));
    }

    private static void OwesAllBack(BookingChange? change)
    {
        Assert.Equal("payment_completed", change?.Event.Type);
        var booking = change.Done();
        Assert.Equal((BookingStatus.Cancelled, PaymentStatus.Completed), (booking.Status, booking.Payment.Status));
        Assert.Equal((1228L, RefundStatus.Pending), (booking.Cancellation!.RefundAmount, booking.Cancellation.RefundStatus));
        Assert.Equal(RefundStatus.Succeeded, booking.Refunded(1228, "re_1", Later).Done().Cancellation?.RefundStatus);
    }
}
