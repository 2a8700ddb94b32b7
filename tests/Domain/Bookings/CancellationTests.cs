using Nots.Domain.Bookings;
using Nots.Domain.Common;

namespace Nots.Domain.Tests.Bookings;

public sealed class CancellationTests
{
    private static readonly TimeSpan Tick = TimeSpan.FromTicks(1);

    public static TheoryData<DateTimeOffset, long> Boundaries => new()
    {
        { A.Now, 1228 },
        { A.PickupAt.AddHours(-2) - Tick, 1228 },
        { A.PickupAt.AddHours(-2), 1228 },
        { A.PickupAt.AddHours(-2) + Tick, 614 },
        { A.PickupAt - Tick, 614 },
        { A.PickupAt, 614 },
        { A.PickupAt + Tick, 614 },
        { A.PickupAt.AddDays(1), 614 },
    };

    [Theory]
    [MemberData(nameof(Boundaries))]
    public void With_two_hours_notice_all_comes_back_and_with_less_the_half(DateTimeOffset at, long refund)
    {
        foreach (var booking in new[] { A.Confirmed(), A.Assigned() })
        {
            var cancelled = booking.Cancelled(at);

            Assert.Equal(
                new Cancellation(CancellationCause.Requested, "Plans changed", A.Customer, at, refund, RefundStatus.Pending),
                cancelled.Cancellation);
            Assert.Equal(PaymentStatus.Completed, cancelled.Payment.Status);
        }
    }

    [Fact]
    public void Once_the_driver_is_on_the_way_nothing_comes_back_however_early()
    {
        foreach (var booking in new[] { A.EnRoute(), A.Arrived(), A.Onboard() })
        {
            var cancellation = booking.Cancelled(A.Now).Cancellation;

            Assert.Equal((0L, RefundStatus.NotRequired), (cancellation?.RefundAmount, cancellation?.RefundStatus));
        }
    }

    [Theory]
    [InlineData(PaymentMethod.Cash)]
    [InlineData(PaymentMethod.Account)]
    [InlineData(PaymentMethod.Card)]
    public void What_was_not_received_is_not_paid_back(PaymentMethod method)
    {
        var cancelled = A.Booking(method).Cancelled();

        Assert.Equal((BookingStatus.Cancelled, 0L, RefundStatus.NotRequired),
            (cancelled.Status, cancelled.Cancellation?.RefundAmount, cancelled.Cancellation?.RefundStatus));
        Assert.Null(cancelled.HeldUntil);
    }

    [Fact]
    public void Half_a_penny_goes_to_the_customer()
    {
        var odd = A.Confirmed() with { Payment = A.Confirmed().Payment with { Amount = 1229 } };

        Assert.Equal(615, odd.Cancelled(A.PickupAt).Cancellation?.RefundAmount);
    }

    [Fact]
    public void The_event_says_what_went_before_and_what_goes_back()
    {
        var change = A.Assigned().Cancel("Ill", CancellationPolicy.Default, null, A.Customer, A.Now).Value;

        Assert.Equal(
            new Dictionary<string, string> { ["cause"] = "requested", ["reason"] = "Ill", ["refundAmount"] = "1228", ["from"] = "assigned" },
            change.Event.Facts);
        Assert.Equal(("cancelled", A.Customer), (change.Event.Type, change.Event.By));
    }

    [Theory]
    [InlineData(0, RefundStatus.NotRequired)]
    [InlineData(1, RefundStatus.Pending)]
    [InlineData(1228, RefundStatus.Pending)]
    public void Staff_may_set_the_refund_up_to_what_was_received(long refund, RefundStatus status)
    {
        var change = A.Onboard().Cancel("Broke down", CancellationPolicy.Default, refund, A.Dispatcher, A.PickupAt).Value;

        Assert.Equal((refund, status), (change.Booking.Cancellation!.RefundAmount, change.Booking.Cancellation.RefundStatus));
        Assert.Equal("true", change.Event.Facts["override"]);
    }

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(1229, 0)]
    [InlineData(1029, 200)]
    public void A_refund_that_is_negative_or_more_than_what_is_left_is_refused(long refund, long alreadyBack)
    {
        var booking = alreadyBack == 0 ? A.Confirmed() : A.Confirmed().Refunded(alreadyBack, "re_1", A.Now).Done();

        var refusal = Assert.IsType<Refusal>(booking.Cancel(null, CancellationPolicy.Default, refund, A.Dispatcher, A.Now).Refusal);

        Assert.Equal(ErrorCode.InvalidRequest, refusal.Code);
        Assert.StartsWith("The refund must be from 0", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_can_be_set_to_go_back_of_a_payment_not_received() =>
        Assert.Equal(
            ErrorCode.InvalidRequest,
            A.Booking(PaymentMethod.Cash).Cancel(null, CancellationPolicy.Default, 1, A.Dispatcher, A.Now).Refusal?.Code);

    [Fact]
    public void The_share_is_of_what_has_not_gone_back_yet() =>
        Assert.Equal(514, A.Confirmed().Refunded(200, "re_1", A.Now).Done().Cancelled(A.PickupAt).Cancellation?.RefundAmount);
}
