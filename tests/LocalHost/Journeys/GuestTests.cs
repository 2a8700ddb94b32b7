using Nots.LocalHost.Tests.Running;

namespace Nots.LocalHost.Tests.Journeys;

public sealed class GuestTests(SharedHost shared)
{
    private const string Header = "X-Manage-Token";

    [Fact]
    public async Task A_guest_books_reads_and_cancels_by_the_manage_token()
    {
        var guest = shared.Host.Nots.Guest;
        var booking = await guest.BookAsync(Pickup.OnADayOfItsOwn());
        await shared.Host.Stripe.PayAsync(booking);
        await shared.Dispatcher.SeeAsync(booking, "confirmed", shared.Host);

        var read = (await guest.GetAsync($"/v1/bookings/{booking.Id}", (Header, booking.ManageToken))).Ok();
        Assert.Equal(booking.Reference, read.Text("bookingReference"));
        var cancelled = (await guest.DeleteAsync($"/v1/bookings/{booking.Id}?reason=ill", (Header, booking.ManageToken))).Ok();
        Assert.Equal("cancelled", cancelled.Text("status"));
    }

    [Fact]
    public async Task The_token_of_one_booking_opens_no_other()
    {
        var guest = shared.Host.Nots.Guest;
        var mine = await guest.BookAsync(Pickup.OnADayOfItsOwn());
        var other = await guest.BookAsync(Pickup.OnADayOfItsOwn());
        var answer = await guest.GetAsync($"/v1/bookings/{other.Id}", (Header, mine.ManageToken));
        Assert.Equal((404, "NOT_FOUND"), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task Without_a_token_there_is_no_booking_to_see()
    {
        var booking = await shared.Host.Nots.Guest.BookAsync(Pickup.OnADayOfItsOwn());
        var answer = await shared.Host.Nots.Guest.GetAsync($"/v1/bookings/{booking.Id}");
        Assert.Equal((401, "UNAUTHORIZED"), (answer.Status, answer.Code));
    }
}
