using Nots.Application.Bookings;
using Nots.Application.Storage;
using Nots.Application.Tests.Platform;
using Nots.Domain.Bookings;
using Nots.Domain.Common;

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

    public static TheoryData<BookingFilter> Lists { get; } =
    [
        new BookingFilter(),
        new BookingFilter(Status: BookingStatus.Assigned),
        new BookingFilter(DriverId: DriverId.Parse("driver_1")),
        new BookingFilter(DriverId: DriverId.Parse("driver_1"), SoonestFirst: true),
        new BookingFilter(DriverId: DriverId.Parse("driver_1"), Status: BookingStatus.Completed),
        new BookingFilter(Status: BookingStatus.Assigned, From: RunningPlatform.Start.AddHours(2), To: RunningPlatform.Start.AddHours(9)),
        new BookingFilter(UserId: "user_customer"),
    ];

    [Theory]
    [MemberData(nameof(Lists), DisableDiscoveryEnumeration = true)]
    public async Task Pages_hold_every_booking_once_in_the_order_of_pick_ups_also_where_several_have_the_same(BookingFilter filter)
    {
        await using var platform = await RunningPlatform.StartAsync();
        var all = await FillAsync(platform);
        var wanted = all.Where(booking =>
            (filter.Status is null || booking.Status == filter.Status) && (filter.DriverId is null || booking.Driver?.DriverId == filter.DriverId)
            && (filter.UserId is null || booking.UserId == filter.UserId)
            && (filter.From is null || booking.Journey.PickupAt >= filter.From) && (filter.To is null || booking.Journey.PickupAt < filter.To));

        var paged = new List<Booking>();
        var pages = 0;
        for (BookingPosition? after = null; after is not null || pages == 0; pages++)
        {
            var page = await platform.Get<IBookingStore>().ListAsync(filter, 4, after, CancellationToken.None);
            Assert.True(page.Items.Count <= 4 && pages < 100);
            paged.AddRange(page.Items);
            after = page.Next;
        }

        Assert.Equal(wanted.Select(booking => booking.Id.Value).Order(), paged.Select(booking => booking.Id.Value).Order());
        var times = paged.Select(booking => booking.Journey.PickupAt);
        Assert.Equal(filter.SoonestFirst ? times.Order() : times.OrderDescending(), times);
        // What is not looked for may follow a full page: the next one is empty then.
        Assert.InRange(pages, (paged.Count + 3) / 4, ((paged.Count + 3) / 4) + (filter is { DriverId: not null, Status: not null } ? 1 : 0));
    }

    /// <summary>Sixty bookings, each three picked up at the same second.</summary>
    private static async Task<List<Booking>> FillAsync(RunningPlatform platform)
    {
        var booking = await platform.AssignAsync((await platform.BookAsync(PaymentMethod.Cash)).Id);
        await platform.QuietAsync(booking.Id);
        var all = new List<Booking>();
        var transaction = platform.Get<ITransactions>().Begin();
        for (var i = 0; i < 60; i++)
        {
            all.Add(transaction.Add(booking with
            {
                Id = BookingId.Parse($"booking_{(i * 7) % 60:D2}"),
                Status = (BookingStatus)(i % 4 + 1),
                UserId = i % 5 == 0 ? "user_customer" : null,
                Driver = i % 2 == 0 ? booking.Driver : booking.Driver! with { DriverId = DriverId.Parse("driver_2") },
                Journey = booking.Journey.At(RunningPlatform.Start.AddHours(i / 3)),
            }));
        }
        Assert.True((await transaction.CommitAsync(CancellationToken.None)).Committed);
        return [.. all, await platform.ReadAsync(booking.Id)];
    }
}
