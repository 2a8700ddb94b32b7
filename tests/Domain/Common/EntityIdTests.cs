using Nots.Domain.Common;

namespace Nots.Domain.Tests.Common;

public sealed class EntityIdTests
{
    [Fact]
    public void An_id_is_the_text_that_it_was_made_of()
    {
        var id = BookingId.Parse("booking_06f3z8");

        Assert.Equal(("booking_06f3z8", "booking_06f3z8"), (id.Value, $"{id}"));
        Assert.Equal(id, BookingId.Parse("booking_06f3z8"));
        Assert.NotEqual(id, BookingId.Parse("booking_06F3Z8"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("booking_")]
    [InlineData("Booking_1")]
    [InlineData("driver_1")]
    [InlineData("1")]
    public void An_id_of_another_kind_is_no_booking(string? text)
    {
        Assert.False(BookingId.TryParse(text, out _));
        Assert.Null(EntityId.Find<BookingId>(text));
        Assert.Throws<FormatException>(() => BookingId.Parse(text!));
    }

    [Fact]
    public void Each_kind_has_its_own_prefix() => Assert.Equal(
        ["booking_", "quote_", "driver_", "vehicle_", "payment_"],
        [BookingId.Prefix, QuoteId.Prefix, DriverId.Prefix, VehicleId.Prefix, PaymentId.Prefix]);
}
