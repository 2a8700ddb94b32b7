using Nots.Application.Bookings;
using Nots.Application.Common;
using Nots.Domain.Bookings;
using Nots.Domain.Common;
using Nots.Domain.Payments;
using Nots.Storage.Entities;
using Nots.Storage.Table;

namespace Nots.Storage.Bookings;

/// <summary>Bookings in the single table.</summary>
internal sealed class BookingStore(EntityReader reader) : IBookingStore
{
    /// <summary>How many bookings one page of a text search may look through; the next page goes on from there.</summary>
    private const int MostRead = 2000;

    public Task<Booking?> GetAsync(BookingId bookingId, CancellationToken cancellationToken) =>
        reader.GetAsync<Booking>(Keys.Booking(bookingId), cancellationToken);

    public async Task<BookingId?> FindIdByReferenceAsync(string reference, CancellationToken cancellationToken) =>
        (await reader.GetAsync<BookingReference>(Keys.Reference(reference), cancellationToken))?.BookingId;

    public async Task<BookingId?> FindIdByIntentAsync(string intentId, CancellationToken cancellationToken)
    {
        var key = Keys.PaymentByIntent(intentId);
        var found = await reader.AllAsync<Payment>(
            new TableQuery(TableIndex.Gsi2, key.PartitionKey, SortKeyRange.Between(key.SortKey, key.SortKey), Limit: 1), cancellationToken);
        return found.Count > 0 ? found[0].BookingId : null;
    }

    public async Task<(Booking Booking, LegalRecord? Record)> WithLegalRecordAsync(BookingId bookingId, CancellationToken cancellationToken)
    {
        var (booking, record) = (Keys.Booking(bookingId), Keys.LegalRecord(bookingId));
        var found = (await reader.GetTogetherAsync([booking, record], cancellationToken)).ToDictionary(item => item.Key);
        return found.TryGetValue(booking, out var item)
            ? (EntityReader.ToEntity<Booking>(item), found.TryGetValue(record, out var kept) ? EntityReader.ToEntity<LegalRecord>(kept) : null)
            : throw new InvalidOperationException($"There is no booking {bookingId}.");
    }

    public async Task<IReadOnlyList<BookingEvent>> EventsAsync(BookingId bookingId, int afterSequence, CancellationToken cancellationToken) =>
        await reader.AllAsync<BookingEvent>(
            new TableQuery(
                TableIndex.Primary,
                Keys.BookingPartition(bookingId),
                SortKeyRange.Between(Keys.EventSort(afterSequence + 1), Keys.EventSort(999_999)),
                Limit: 1000,
                Consistency: Consistency.Strong),
            cancellationToken);

    public async Task<Page<Booking, BookingPosition>> ListAsync(
        BookingFilter filter, int limit, BookingPosition? after, CancellationToken cancellationToken)
    {
        if (filter.Text is { } text && ReferenceIn(text) is { } reference)
            return await OneAsync(filter, reference, cancellationToken);
        if (PartitionOf(filter) is { } partition)
            return await partition.ReadAsync(filter, booking => Matches(booking, filter), limit, MostRead, after, cancellationToken);
        await using var bookings = new PickupOrder([.. Sources(filter, limit, after)], filter.SoonestFirst, after);
        var found = new List<Booking>();
        var last = after;
        for (var read = 0; await bookings.ReadAsync(cancellationToken) is { } booking; read++)
        {
            if (found.Count == limit || read == MostRead)
                return new Page<Booking, BookingPosition>(found, last);
            last = PickupOrder.PositionOf(booking);
            if (Matches(booking, filter))
                found.Add(booking);
        }
        return new Page<Booking, BookingPosition>(found, null);
    }

    /// <summary>The one partition in the order of pick-ups that holds what is looked for; null where there is none.</summary>
    private PickupPartition? PartitionOf(BookingFilter filter) => filter switch
    {
        { UserId: not null } => null,
        { DriverId: { } driverId } => new PickupPartition(reader, TableIndex.Gsi3, Keys.DriverPartition(driverId)),
        { Status: { } status } => new PickupPartition(reader, TableIndex.Gsi1, Keys.BookingStatus(status)),
        _ => null,
    };

    /// <summary>
    /// What has to be put in order: a customer's bookings, which are few, or the partitions of all statuses, since none has the bookings of
    /// them all. Each is asked for half a page, since a page seldom comes from one alone, and three more: to know the next, and that no other
    /// of its second follows.
    /// </summary>
    private IEnumerable<IAsyncEnumerator<Booking>> Sources(BookingFilter filter, int limit, BookingPosition? after)
    {
        var source = new PickupSource(reader, filter, after, (limit / 2) + 3);
        return filter.UserId is { } userId
            ? [source.OfUserAsync(userId).GetAsyncEnumerator()]
            : Enum.GetValues<BookingStatus>().Select(status => source.InIndexAsync(TableIndex.Gsi1, Keys.BookingStatus(status)).GetAsyncEnumerator());
    }

    private async Task<Page<Booking, BookingPosition>> OneAsync(BookingFilter filter, string reference, CancellationToken cancellationToken)
    {
        var found = await FindIdByReferenceAsync(reference, cancellationToken);
        var booking = found is { } id ? await GetAsync(id, cancellationToken) : null;
        return new Page<Booking, BookingPosition>(booking is not null && Matches(booking, filter with { Text = null }) ? [booking] : [], null);
    }

    private static string? ReferenceIn(string text)
    {
        var candidate = text.Trim().ToUpperInvariant();
        return candidate.Length == 11 && candidate.StartsWith("NOTS-", StringComparison.Ordinal) ? candidate : null;
    }

    private static bool Matches(Booking booking, BookingFilter filter) =>
        (filter.UserId is null || booking.UserId == filter.UserId)
        && (filter.DriverId is null || booking.Driver?.DriverId == filter.DriverId)
        && (filter.Status is null || booking.Status == filter.Status)
        && (filter.From is null || booking.Journey.PickupAt >= filter.From)
        && (filter.To is null || booking.Journey.PickupAt < filter.To)
        && (filter.Text is null || Has(booking, filter.Text.Trim()));

    private static bool Has(Booking booking, string text) =>
        booking.Reference.Contains(text, StringComparison.OrdinalIgnoreCase)
        || booking.Customer.FullName.Contains(text, StringComparison.OrdinalIgnoreCase)
        || booking.Customer.Phone.Contains(text.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
}
