using Nots.Domain.Bookings;

namespace Nots.Domain.Tests.Bookings;

public sealed class StageTests
{
    [Fact]
    public void Every_state_is_in_its_stage()
    {
        Assert.Equal(BookingStage.Payment, A.Booking().Stage);
        Assert.All([A.Confirmed(), A.Assigned()], booking => Assert.Equal(BookingStage.DriverAssignment, booking.Stage));
        Assert.All([A.EnRoute(), A.Arrived(), A.Onboard()], booking => Assert.Equal(BookingStage.Journey, booking.Stage));
        Assert.All([A.Completed(), A.NoShow()], booking => Assert.Equal(BookingStage.Completion, booking.Stage));
        Assert.All([A.Confirmed().Cancelled(), A.Onboard().Cancelled()], booking => Assert.Equal(BookingStage.Cancellation, booking.Stage));
    }

    [Fact]
    public void A_change_opens_a_closed_booking_again()
    {
        var closed = A.Completed().Close(A.PickupAt.AddDays(1));

        Assert.Equal(A.PickupAt.AddDays(1), closed.ClosedAt);
        Assert.Null(closed.Refunded(100, "re_1", A.PickupAt.AddDays(2)).Done().ClosedAt);
    }
}
