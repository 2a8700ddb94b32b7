using Nots.Domain.Common;

namespace Nots.Domain.Tests.Quotes;

public sealed class QuoteTests
{
    [Fact]
    public void A_valid_quote_is_used_up_by_a_booking()
    {
        var quote = A.Quote();

        var locked = quote.LockTo(BookingId.Parse("booking_1"), quote.ExpiresAt.AddTicks(-1));

        Assert.Equal(quote with { BookingId = BookingId.Parse("booking_1") }, locked.Value);
    }

    [Fact]
    public void A_quote_cannot_be_booked_from_the_instant_that_it_expires()
    {
        var quote = A.Quote();

        var refusal = Assert.IsType<Refusal>(quote.LockTo(BookingId.Parse("booking_1"), quote.ExpiresAt).Refusal);

        Assert.Equal(ErrorCode.Conflict, refusal.Code);
        Assert.Contains("expired", refusal.Message, StringComparison.Ordinal);
        Assert.Equal("quote_1", refusal.Facts?["quoteId"]);
    }

    [Theory]
    [InlineData("booking_1")]
    [InlineData("booking_2")]
    public void One_quote_makes_one_booking(string bookingId)
    {
        var refusal = Assert.IsType<Refusal>((A.Quote() with { BookingId = BookingId.Parse("booking_1") }).LockTo(BookingId.Parse(bookingId), A.Now).Refusal);

        Assert.Equal(ErrorCode.Conflict, refusal.Code);
        Assert.Contains("booked already", refusal.Message, StringComparison.Ordinal);
    }
}
