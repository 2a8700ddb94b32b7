using CsCheck;
using Microsoft.Extensions.DependencyInjection;
using Nots.Application.Bookings;
using Nots.Application.Common;
using Nots.Application.Storage;
using Nots.Domain.Bookings;
using Nots.Domain.Common;
using Nots.Domain.Tests;
using Nots.Storage.Table;
using Nots.Storage.Tests.Sqlite;

namespace Nots.Storage.Tests.Bookings;

/// <summary>
/// Whoever pages through a list of bookings sees every one that is in it all the while once, and none twice, whatever is booked,
/// changed and moved to another status between two pages and between the queries of one page.
/// </summary>
public sealed class BookingListProperties
{
    private const int Pickups = 6;

    private static readonly BookingStatus[] Statuses = Enum.GetValues<BookingStatus>();

    private static readonly string[] Users = ["user_ada", "user_bob"];

    private static readonly string[] Drivers = ["driver_1", "driver_2"];

    private static readonly Gen<Case> Cases = Gen.Select(Gen.Int[0, 4], Gen.Int[0, 40], Gen.Int[0, 15], Gen.Int[1, 12], Gen.Bool, Gen.Int)
        .Select((filter, staying, moving, limit, soonestFirst, seed) => new Case(FilterOf(filter, soonestFirst), staying, moving, limit, seed));

    [Fact]
    public Task Every_booking_that_stays_is_seen_once_and_none_twice_while_others_write() => Cases.SampleAsync(CheckAsync, iter: 60);

    private static BookingFilter FilterOf(int kind, bool soonestFirst) => kind switch
    {
        0 => new BookingFilter(SoonestFirst: soonestFirst),
        1 => new BookingFilter(Status: BookingStatus.Confirmed, SoonestFirst: soonestFirst),
        2 => new BookingFilter(UserId: Users[0], SoonestFirst: soonestFirst),
        3 => new BookingFilter(DriverId: DriverId.Parse(Drivers[0]), SoonestFirst: soonestFirst),
        _ => new BookingFilter(From: PickupAt(1), To: PickupAt(4), SoonestFirst: soonestFirst),
    };

    private static async Task CheckAsync(Case @case)
    {
        using var folder = new TempTable();
        await using var sqlite = await folder.OpenAsync();
        using var table = new MeddledTable(sqlite);
        await using var services = new ServiceCollection()
            .AddSingleton(TimeProvider.System).AddSingleton<ITable>(table).AddSingleton(new SigningKeys([new byte[32]])).AddStorage().BuildServiceProvider();
        var people = new People(services.GetRequiredService<ITransactions>(), new Random(@case.Seed));
        await people.BookAsync(@case.Staying, "stays");
        await people.BookAsync(@case.Moving, "moves");
        var staying = people.Bookings.Where(booking => IsStaying(booking) && Matches(booking, @case.Filter)).Select(booking => booking.Id.Value).ToHashSet();
        table.Meddle = people.MeddleAsync;

        var seen = await ReadAllAsync(services, @case);

        Assert.Equal(seen.Distinct().Count(), seen.Count);
        Assert.Equal(staying.Order(), seen.Where(staying.Contains).Order());
    }

    /// <summary>Page after page, each from the text that a client hands back.</summary>
    private static async Task<List<string>> ReadAllAsync(ServiceProvider services, Case @case)
    {
        var (store, cursors) = (services.GetRequiredService<IBookingStore>(), services.GetRequiredService<ICursorCodec>());
        var seen = new List<string>();
        BookingPosition? after = null;
        for (var pages = 0; pages < 500; pages++)
        {
            var page = await store.ListAsync(@case.Filter, @case.Limit, after, TempTable.Cancelled);
            Assert.True(page.Items.Count <= @case.Limit);
            seen.AddRange(page.Items.Select(booking => booking.Id.Value));
            if (page.Next is null)
                return seen;
            Assert.True(cursors.TryDecode("bookings", cursors.Encode("bookings", page.Next), out after));
        }
        throw new InvalidOperationException("The list has no end.");
    }

    private static bool Matches(Booking booking, BookingFilter filter) =>
        (filter.UserId is null || booking.UserId == filter.UserId)
        && (filter.DriverId is null || booking.Driver?.DriverId == filter.DriverId)
        && (filter.Status is null || booking.Status == filter.Status)
        && (filter.From is null || booking.Journey.PickupAt >= filter.From)
        && (filter.To is null || booking.Journey.PickupAt < filter.To);

    private static bool IsStaying(Booking booking) => booking.InternalNotes == "stays";

    /// <summary>Few, so that many bookings have the same.</summary>
    private static DateTimeOffset PickupAt(int which) => A.PickupAt.AddHours(which);

    private sealed record Case(BookingFilter Filter, int Staying, int Moving, int Limit, int Seed);

    /// <summary>Those who book, and those who change what was booked.</summary>
    private sealed class People(ITransactions transactions, Random random)
    {
        public List<Booking> Bookings { get; } = [];

        public async Task BookAsync(int count, string notes)
        {
            for (var i = 0; i < count; i++)
            {
                await CommitAsync(transaction => transaction.Add(Anywhere(A.Booking() with
                {
                    Id = BookingId.Parse($"booking_{random.Next(1000):D4}_{Bookings.Count:D4}"),
                    UserId = Users[random.Next(Users.Length)],
                    InternalNotes = notes,
                })));
            }
        }

        /// <summary>One who stays is only touched; one who moves goes to any status and driver.</summary>
        public async Task MeddleAsync()
        {
            for (var writes = random.Next(3); writes > 0; writes--)
            {
                if (Bookings.Count == 0 || (random.Next(4) == 0 && Bookings.Count < 80))
                {
                    await BookAsync(1, "moves");
                    continue;
                }
                var booking = Bookings[random.Next(Bookings.Count)];
                await CommitAsync(transaction => transaction.Update(IsStaying(booking) ? booking with { PickupInstructions = "Ring" } : Elsewhere(booking)));
            }
        }

        /// <summary>A pick-up does not change: who moves it may meet the booking on both sides of where they are.</summary>
        private Booking Elsewhere(Booking booking) => Anywhere(booking) with { Journey = booking.Journey };

        private Booking Anywhere(Booking booking) => booking with
        {
            Status = Statuses[random.Next(Statuses.Length)],
            Driver = random.Next(2) == 0 ? null : A.Assigned().Driver! with { DriverId = DriverId.Parse(Drivers[random.Next(Drivers.Length)]) },
            Journey = A.Journey().At(PickupAt(random.Next(Pickups))),
        };

        private async Task CommitAsync(Func<ITransaction, Booking> write)
        {
            var transaction = transactions.Begin();
            var stored = write(transaction);
            Assert.True((await transaction.CommitAsync(TempTable.Cancelled)).Committed);
            Bookings.RemoveAll(booking => booking.Id == stored.Id);
            Bookings.Add(stored);
        }
    }
}
