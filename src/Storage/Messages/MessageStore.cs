using Nots.Application.Messages;
using Nots.Domain.Bookings;
using Nots.Domain.Common;
using Nots.Domain.Messages;
using Nots.Storage.Entities;
using Nots.Storage.Table;

namespace Nots.Storage.Messages;

/// <summary>Messages in the single table.</summary>
internal sealed class MessageStore(EntityReader reader) : IMessageStore
{
    public Task<Message?> GetAsync(BookingId bookingId, string messageId, CancellationToken cancellationToken) =>
        reader.GetAsync<Message>(Keys.Message(bookingId, messageId), cancellationToken);

    /// <summary>One stretch of the booking's partition: <c>EVENT#…</c>, <c>LEGAL_RECORD</c>, <c>MESSAGE#…</c>, <c>METADATA</c>.</summary>
    public async Task<Correspondence> CorrespondenceAsync(BookingId bookingId, int? afterSequence, CancellationToken cancellationToken)
    {
        var booking = Keys.Booking(bookingId);
        var from = afterSequence is { } after ? Keys.EventSort(after + 1) : Keys.MessagePrefix;
        var items = await reader.AllItemsAsync(
            new TableQuery(
                TableIndex.Primary, booking.PartitionKey, SortKeyRange.Between(from, booking.SortKey), Limit: 1000, Consistency: Consistency.Strong),
            cancellationToken);
        return items is [.., var last] && last.Key == booking
            ? new Correspondence(EntityReader.ToEntity<Booking>(last), Of<BookingEvent>(items, Keys.EventPrefix), Of<Message>(items, Keys.MessagePrefix))
            : throw new InvalidOperationException($"There is no booking {bookingId}.");
    }

    private static List<T> Of<T>(IEnumerable<TableItem> items, string prefix)
        where T : Entity => [.. items.Where(item => item.Key.SortKey.StartsWith(prefix, StringComparison.Ordinal)).Select(EntityReader.ToEntity<T>)];
}
