using Nots.Application.Bookings;
using Nots.Domain.Bookings;

namespace Nots.Storage.Bookings;

/// <summary>
/// Merges partitions that are each in the order of pick-ups into one list in that order, from a position on. A booking that
/// changes its partition while somebody pages is neither lost nor seen twice, since the position is a pick-up and not a place in
/// a partition.
/// </summary>
internal sealed class PickupOrder(IReadOnlyList<IAsyncEnumerator<Booking>> sources, bool soonestFirst, BookingPosition? after) : IAsyncDisposable
{
    private readonly List<IAsyncEnumerator<Booking>> _open = [];
    private bool _started;
    private BookingPosition? _last = after;

    public static BookingPosition PositionOf(Booking booking) => new(booking.Journey.PickupAt.ToUnixTimeSeconds(), booking.Id.Value);

    public static int Compare(Booking left, Booking right, bool soonestFirst) => Compare(PositionOf(left), PositionOf(right), soonestFirst);

    /// <summary>The next booking; null at the end.</summary>
    public async Task<Booking?> ReadAsync(CancellationToken cancellationToken)
    {
        if (!_started)
        {
            _started = true;
            // Each reads its first page: together rather than one after another.
            var first = await Task.WhenAll(sources.Select(async source => await source.MoveNextAsync()));
            _open.AddRange(sources.Where((_, i) => first[i]));
        }
        while (_open.Count > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var next = _open.MinBy(source => source.Current, Comparer<Booking>.Create((left, right) => Compare(left, right, soonestFirst)))!;
            var booking = next.Current;
            if (!await next.MoveNextAsync())
                _open.Remove(next);
            var position = PositionOf(booking);
            if (_last is not null && Compare(position, _last, soonestFirst) <= 0)
                continue;
            _last = position;
            return booking;
        }
        return null;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var source in sources)
            await source.DisposeAsync();
    }

    private static int Compare(BookingPosition left, BookingPosition right, bool soonestFirst)
    {
        var order = left.PickupAt.CompareTo(right.PickupAt);
        order = order != 0 ? order : string.CompareOrdinal(left.BookingId, right.BookingId);
        return soonestFirst ? order : -order;
    }
}
