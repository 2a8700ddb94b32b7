using Nots.Application.Bookings;
using Nots.Application.Common;
using Nots.Domain.Bookings;
using Nots.Domain.Common;
using Nots.Storage.Entities;
using Nots.Storage.Table;

namespace Nots.Storage.Bookings;

/// <summary>
/// Pages through one index partition whose sort key is the pick-up: a page is one query, which goes on at the very item that the page
/// before ended with. Bookings of the same second come as the table orders them.
/// </summary>
internal sealed class PickupPartition(EntityReader reader, TableIndex index, string partition)
{
    /// <param name="filter">For the range and the order.</param>
    /// <param name="matches">Whether a booking of the partition is looked for.</param>
    /// <param name="limit">At most this many.</param>
    /// <param name="mostRead">How many bookings are looked at; the next page goes on from there.</param>
    /// <param name="after">Where the page before ended.</param>
    /// <param name="cancellationToken">The request's.</param>
    public async Task<Page<Booking, BookingPosition>> ReadAsync(
        BookingFilter filter, Func<Booking, bool> matches, int limit, int mostRead, BookingPosition? after, CancellationToken cancellationToken)
    {
        var found = new List<Booking>();
        var (last, read) = (after, 0);
        // One more than the page holds tells whether there is a next one.
        var query = new TableQuery(
            index, partition, PickupSource.Range(filter), Descending: !filter.SoonestFirst, Limit: limit + 1, After: PositionOf(after));
        for (TablePage page; ; query = query with { After = page.Next })
        {
            page = await reader.QueryAsync(query, cancellationToken);
            foreach (var booking in page.Items.Select(EntityReader.ToEntity<Booking>))
            {
                if (found.Count == limit || read++ == mostRead)
                    return new Page<Booking, BookingPosition>(found, last);
                last = PickupOrder.PositionOf(booking);
                if (matches(booking))
                    found.Add(booking);
            }
            if (page.Next is null)
                return new Page<Booking, BookingPosition>(found, null);
        }
    }

    private TablePosition? PositionOf(BookingPosition? position) => position is null
        ? null
        : new TablePosition(Keys.Booking(BookingId.Parse(position.BookingId)), new IndexKey(partition, Keys.PickupTime(position.PickupAt)));
}
