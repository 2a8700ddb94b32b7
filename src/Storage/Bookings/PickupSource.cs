using Nots.Application.Bookings;
using Nots.Domain.Bookings;
using Nots.Storage.Entities;
using Nots.Storage.Table;

namespace Nots.Storage.Bookings;

/// <summary>Reads the bookings of one index partition in the order of their pick-ups; those of the same second by id.</summary>
internal sealed class PickupSource(EntityReader reader, BookingFilter filter, BookingPosition? after, int pageSize)
{
    // Ten digits: from the year 2001 to 2286, so that the order of texts is the order of times.
    private const long Earliest = 1_000_000_000;
    private const long Latest = 9_999_999_999;

    /// <summary>Where the pick-ups of a filter are in a partition that is ordered by them.</summary>
    /// <param name="filter">Its times.</param>
    /// <param name="after">Only from this second on, inclusive; null for all.</param>
    public static SortKeyRange Range(BookingFilter filter, BookingPosition? after = null)
    {
        var from = Math.Max(Earliest, filter.From?.ToUnixTimeSeconds() ?? Earliest);
        var to = Math.Min(Latest, filter.To?.ToUnixTimeSeconds() ?? Latest);
        if (after is not null && filter.SoonestFirst)
            from = Math.Max(from, after.PickupAt);
        else if (after is not null)
            to = Math.Min(to, after.PickupAt);
        return SortKeyRange.Between(Keys.PickupTime(from), Keys.PickupTime(Math.Max(from, to)));
    }

    /// <summary>A partition whose sort key is the pick-up.</summary>
    public async IAsyncEnumerable<Booking> InIndexAsync(TableIndex index, string partition)
    {
        var together = new List<Booking>();
        var query = new TableQuery(index, partition, Range(filter, after), Descending: !filter.SoonestFirst, Limit: pageSize);
        while (true)
        {
            var page = await reader.QueryAsync(query, CancellationToken.None);
            foreach (var booking in page.Items.Select(EntityReader.ToEntity<Booking>))
            {
                if (together.Count > 0 && PickupOrder.PositionOf(together[0]).PickupAt != PickupOrder.PositionOf(booking).PickupAt)
                {
                    foreach (var ready in Ordered(together))
                        yield return ready;
                    together.Clear();
                }
                together.Add(booking);
            }
            if (page.Next is null)
                break;
            query = query with { After = page.Next };
        }
        foreach (var ready in Ordered(together))
            yield return ready;
    }

    /// <summary>A customer's bookings: their index has the order of creation, and a person's bookings are few.</summary>
    public async IAsyncEnumerable<Booking> OfUserAsync(string userId)
    {
        var all = await reader.AllAsync<Booking>(
            new TableQuery(TableIndex.Gsi2, Keys.UserPartition(userId), SortKeyRange.BeginsWith("BOOKING#"), Limit: 1000), CancellationToken.None);
        foreach (var booking in Ordered(all))
            yield return booking;
    }

    private IEnumerable<Booking> Ordered(IEnumerable<Booking> bookings) =>
        bookings.Order(Comparer<Booking>.Create((left, right) => PickupOrder.Compare(left, right, filter.SoonestFirst)));
}
