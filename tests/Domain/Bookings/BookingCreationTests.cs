using Nots.Domain.Bookings;
using Nots.Domain.Common;

namespace Nots.Domain.Tests.Bookings;

public sealed class BookingCreationTests
{
    [Fact]
    public void A_booking_by_card_waits_for_its_payment()
    {
        var booking = A.Booking();

        Assert.Equal(BookingStatus.Pending, booking.Status);
        Assert.Equal((PaymentStatus.Pending, 1228L, 0L, "GBP"), (booking.Payment.Status, booking.Payment.Amount, booking.Payment.Refunded, booking.Payment.Currency));
        Assert.Equal(A.Now.AddMinutes(15), booking.HeldUntil);
        Assert.True(booking.Payment.Open);
    }

    [Theory]
    [InlineData(PaymentMethod.Cash)]
    [InlineData(PaymentMethod.Account)]
    public void A_booking_in_cash_or_on_account_is_confirmed_at_once(PaymentMethod method)
    {
        var booking = A.Booking(method);

        Assert.Equal(BookingStatus.Confirmed, booking.Status);
        Assert.Equal((PaymentStatus.NotRequired, 1228L), (booking.Payment.Status, booking.Payment.Amount));
        Assert.Null(booking.HeldUntil);
        Assert.False(booking.Payment.Open);
        Assert.Equal(0, booking.Payment.Refundable);
    }

    [Fact]
    public void The_price_and_the_journey_are_the_quotes()
    {
        var request = A.NewBooking();

        var booking = Booking.Create(request, A.Now).Booking;

        Assert.Same(request.Quote.Fare, booking.Fare);
        Assert.Same(request.Quote.Journey, booking.Journey);
        Assert.Equal(request.Quote.Fare.Breakdown.Total, booking.Payment.Amount);
        Assert.Equal(QuoteId.Parse("quote_1"), booking.QuoteId);
    }

    [Fact]
    public void Its_first_event_says_who_took_it_and_when()
    {
        var (booking, first) = Booking.Create(A.NewBooking() with { BookedBy = A.Dispatcher }, A.Now);

        Assert.Equal([new TimelineEntry(A.Now, "created")], booking.Timeline);
        Assert.Equal((BookingId.Parse("booking_1"), 1, "created", A.Now, A.Dispatcher), (first.BookingId, first.Sequence, first.Type, first.At, first.By));
        Assert.Equal(new Actor(ActorKind.Dispatcher, "user_dee"), booking.BookedBy);
    }
}
