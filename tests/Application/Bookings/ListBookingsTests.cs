using Nots.Application.Bookings;
using Nots.Application.Tests.Platform;
using Nots.Domain.Bookings;

namespace Nots.Application.Tests.Bookings;

public sealed class ListBookingsTests
{
    [Theory]
    [InlineData("+447700900123", 1)]
    [InlineData("07700 900123", 1)]
    [InlineData("+44 (0)7700 900123", 1)]
    [InlineData("900123", 1)]
    [InlineData("07700 900124", 0)]
    [InlineData("byron", 1)]
    public async Task A_booking_is_found_by_its_customers_number_however_it_is_written(string text, int found)
    {
        await using var platform = await RunningPlatform.StartAsync();
        await platform.BookAsync(PaymentMethod.Cash);

        var page = await platform.Get<ListBookings>().ExecuteAsync(
            new BookingFilter(Text: text), 20, null, platform.Dispatcher, CancellationToken.None);

        Assert.Equal(found, page.Items.Count);
    }
}
