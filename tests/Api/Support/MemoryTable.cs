using System.Collections.Concurrent;
using Nots.Application.Bookings;
using Nots.Application.Common;
using Nots.Application.Idempotency;
using Nots.Application.Quotes;
using Nots.Application.Storage;
using Nots.Application.Users;
using Nots.Domain.Audit;
using Nots.Domain.Bookings;
using Nots.Domain.Common;
using Nots.Domain.Payments;
using Nots.Domain.Quotes;
using Nots.Domain.Users;

namespace Nots.Api.Tests.Support;

/// <summary>The stores that the tests need, with the table's conditions and nothing of its paging.</summary>
internal sealed class MemoryTable(TimeProvider time) : ITransactions, IQuoteStore, IBookingStore, IPaymentSecretStore, IIdempotencyStore, IUserStore
{
    private readonly ConcurrentDictionary<string, Entity> _items = new();
    private readonly Lock _commit = new();

    /// <summary>Set to have the table fail.</summary>
    public Exception? Fault { get; set; }

    /// <summary>How often a user was looked up.</summary>
    public int UserReads { get; private set; }

    public IEnumerable<T> All<T>()
        where T : Entity => _items.Values.OfType<T>();

    public T Seed<T>(T entity)
        where T : Entity
    {
        _items[Key(entity)] = entity;
        return entity;
    }

    public ITransaction Begin() => new Transaction(this);

    public Task<Quote?> GetAsync(QuoteId quoteId, CancellationToken cancellationToken) => Read<Quote>($"Quote:{quoteId}");

    Task<Booking?> IBookingStore.GetAsync(BookingId bookingId, CancellationToken cancellationToken) => Read<Booking>($"Booking:{bookingId}");

    public Task<BookingId?> FindIdByReferenceAsync(string reference, CancellationToken cancellationToken) =>
        Task.FromResult(All<Booking>().FirstOrDefault(booking => booking.Reference == reference)?.Id);

    public Task<BookingId?> FindIdByIntentAsync(string intentId, CancellationToken cancellationToken) =>
        Task.FromResult(All<Booking>().FirstOrDefault(booking => booking.Payment.IntentId == intentId)?.Id);

    public Task<Page<Booking, BookingPosition>> ListAsync(
        BookingFilter filter, int limit, BookingPosition? after, CancellationToken cancellationToken)
    {
        var matching = All<Booking>()
            .Where(booking => filter.UserId is null || booking.UserId == filter.UserId)
            .Where(booking => filter.Status is null || booking.Status == filter.Status)
            .OrderBy(booking => booking.Id.Value, StringComparer.Ordinal)
            .Where(booking => after is null || string.CompareOrdinal(booking.Id.Value, after.BookingId) > 0)
            .ToList();
        var page = matching.Take(limit).ToList();
        var next = matching.Count > limit ? new BookingPosition(page[^1].Journey.PickupAt.ToUnixTimeSeconds(), page[^1].Id.Value) : null;
        return Task.FromResult(new Page<Booking, BookingPosition>(page, next));
    }

    public Task<IReadOnlyList<BookingEvent>> EventsAsync(BookingId bookingId, int afterSequence, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<BookingEvent>>(
            [.. All<BookingEvent>().Where(entry => entry.BookingId == bookingId && entry.Sequence > afterSequence).OrderBy(entry => entry.Sequence)]);

    public async Task<(Booking Booking, LegalRecord? Record)> WithLegalRecordAsync(BookingId bookingId, CancellationToken cancellationToken) =>
        ((await Read<Booking>($"Booking:{bookingId}"))!, await Read<LegalRecord>($"LegalRecord:{bookingId}"));

    public Task<IReadOnlyList<PaymentSecret>> GetAsync(IReadOnlyCollection<BookingId> bookingIds, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<PaymentSecret>>([.. All<PaymentSecret>().Where(secret => bookingIds.Contains(secret.BookingId))]);

    public Task<IdempotencyRecord?> GetAsync(string callerKey, string key, CancellationToken cancellationToken) =>
        Read<IdempotencyRecord>($"IdempotencyRecord:{callerKey}:{key}");

    Task<User?> IUserStore.GetAsync(string userId, CancellationToken cancellationToken)
    {
        UserReads++;
        return Read<User>($"User:{userId}");
    }

    public Task<User?> FindByEmailAsync(string email, CancellationToken cancellationToken) =>
        Task.FromResult(All<User>().FirstOrDefault(user => user.Email == email));

    private Task<T?> Read<T>(string key)
        where T : Entity => Fault is null ? Task.FromResult(_items.GetValueOrDefault(key) as T) : Task.FromException<T?>(Fault);

    private static string Key(Entity entity) => entity.GetType().Name + ":" + entity switch
    {
        Quote quote => quote.Id,
        Booking booking => booking.Id,
        User user => user.Id,
        BookingReference reference => reference.Reference,
        BookingEvent entry => $"{entry.BookingId}:{entry.Sequence}",
        IdempotencyRecord record => $"{record.CallerKey}:{record.Key}",
        PaymentSecret secret => secret.BookingId,
        LegalRecord record => record.BookingId,
        Payment payment => payment.Id,
        AuditEntry entry => entry.Id,
        _ => entity.GetHashCode().ToString(System.Globalization.CultureInfo.InvariantCulture),
    };

    private sealed class Transaction(MemoryTable table) : ITransaction
    {
        private readonly List<(Entity Entity, long? Expected)> _writes = [];
        private readonly List<Entity> _removals = [];

        public T Add<T>(T entity)
            where T : Entity => Write(entity with { CreatedAt = Now }, 0);

        public T Update<T>(T entity)
            where T : Entity => Write(entity, entity.Version);

        public T Put<T>(T entity)
            where T : Entity => Write(entity, null);

        public void Remove<T>(T entity)
            where T : Entity => _removals.Add(entity);

        public Task<CommitOutcome> CommitAsync(CancellationToken cancellationToken)
        {
            if (table.Fault is { } fault)
                return Task.FromException<CommitOutcome>(fault);
            lock (table._commit)
            {
                var lost = _writes.Where(write => write.Expected is { } expected && (table._items.GetValueOrDefault(Key(write.Entity))?.Version ?? 0) != expected);
                var conflicts = lost.Select(write => write.Entity).ToList();
                if (conflicts.Count > 0)
                    return Task.FromResult(new CommitOutcome(conflicts));
                foreach (var (entity, _) in _writes)
                    table._items[Key(entity)] = entity;
                foreach (var entity in _removals)
                    table._items.TryRemove(Key(entity), out _);
            }
            return Task.FromResult(CommitOutcome.Done);
        }

        private DateTimeOffset Now => DateTimeOffset.FromUnixTimeSeconds(table.Time.GetUtcNow().ToUnixTimeSeconds());

        private T Write<T>(T entity, long? expected)
            where T : Entity
        {
            var stored = entity with { Version = Math.Max(1, entity.Version + (expected is null ? 0 : 1)), UpdatedAt = Now };
            _writes.Add((stored, expected));
            return stored;
        }
    }

    private TimeProvider Time { get; } = time;
}
