using Nots.LocalHost.Tests.Running;

namespace Nots.LocalHost.Tests.Journeys;

public sealed class OtherPeoplesBookingsTests(SharedHost shared)
{
    [Fact]
    public async Task To_a_customer_and_a_driver_somebody_elses_booking_does_not_exist()
    {
        var booking = await shared.Host.Nots.Guest.BookAsync(Pickup.OnADayOfItsOwn(), "cash");
        Assert.Equal(404, (await shared.Customer.BookingAsync(booking)).Status);
        Assert.Equal(404, (await shared.Customer.CancelAsync(booking)).Status);
        Assert.Equal(404, (await shared.Driver.BookingAsync(booking)).Status);
        Assert.Equal(404, (await shared.Driver.ReportAsync(booking, "en_route")).Status);
        Assert.Equal(200, (await shared.Dispatcher.BookingAsync(booking)).Status);
    }

    [Fact]
    public async Task A_customers_list_has_their_own_bookings_only()
    {
        var own = await shared.Customer.BookAsync(Pickup.OnADayOfItsOwn());
        var other = await shared.Host.Nots.Guest.BookAsync(Pickup.OnADayOfItsOwn());
        var list = (await shared.Customer.GetAsync("/v1/bookings?limit=100")).Ok().Body.ToString();
        Assert.Contains(own.Id, list);
        Assert.DoesNotContain(other.Id, list);
    }
}
