using System.Text.Json;
using Microsoft.Data.Sqlite;
using Nots.StripeSimulator.Model;

namespace Nots.StripeSimulator.Store;

/// <summary>
/// All the simulator knows. Used by the <see cref="Writer"/> alone, one piece of work after the other, so that no two
/// requests ever see or change an intent at once.
/// </summary>
internal sealed class Database : IDisposable
{
    private static readonly Func<SqliteDataReader, byte[]> ReadBody = reader => reader.GetFieldValue<byte[]>(0);

    private readonly SqliteConnection _connection;
    private readonly PreparedStatements _statements;
    private List<PendingDelivery> _newDeliveries = [];

    public Database(string folder)
    {
        _connection = Schema.Open(folder);
        _statements = new PreparedStatements(_connection);
    }

    public void Begin() => _statements.Execute("BEGIN IMMEDIATE");

    /// <returns>The deliveries that came with what was committed.</returns>
    public IReadOnlyList<PendingDelivery> Commit()
    {
        _statements.Execute("COMMIT");
        var deliveries = _newDeliveries;
        if (deliveries.Count > 0)
            _newDeliveries = [];
        return deliveries;
    }

    public void Rollback()
    {
        _newDeliveries.Clear();
        _statements.Execute("ROLLBACK");
    }

    /// <summary>Does all of it, or nothing when it throws; what went before in the same commit stays.</summary>
    public T Atomically<T>(Func<T> work)
    {
        var deliveries = _newDeliveries.Count;
        _statements.Execute("SAVEPOINT piece");
        try
        {
            var result = work();
            _statements.Execute("RELEASE piece");
            return result;
        }
        catch
        {
            _newDeliveries.RemoveRange(deliveries, _newDeliveries.Count - deliveries);
            _statements.Execute("ROLLBACK TO piece");
            _statements.Execute("RELEASE piece");
            throw;
        }
    }

    public T? Find<T>(Kind<T> kind, string id)
        where T : class, IStripeObject
    {
        var body = _statements.First("SELECT body FROM objects WHERE id = $0 AND kind = $1", ReadBody, id, kind.Name);
        return body is null ? null : JsonSerializer.Deserialize(body, kind.Json);
    }

    /// <summary>An object as it goes over the wire.</summary>
    public byte[]? FindBody(string kind, string id) =>
        _statements.First("SELECT body FROM objects WHERE id = $0 AND kind = $1", ReadBody, id, kind);

    public string? FindLink(string id) => _statements.Scalar("SELECT link FROM objects WHERE id = $0", id) as string;

    public byte[] Insert<T>(Kind<T> kind, T value, string? link = null)
        where T : IStripeObject
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(value, kind.Json);
        InsertBody(kind.Name, value.Id, link, value.Created, body);
        return body;
    }

    public byte[] Update<T>(Kind<T> kind, T value)
        where T : IStripeObject
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(value, kind.Json);
        _statements.Execute("UPDATE objects SET body = $1 WHERE id = $0", value.Id, body);
        return body;
    }

    /// <summary>An event, with its delivery in the same transaction when somebody listens to it.</summary>
    public void InsertEvent(string id, string type, DateTimeOffset now, byte[] body, bool deliver)
    {
        var sequence = InsertBody(Kinds.Event, id, type, now.ToUnixTimeSeconds(), body);
        if (!deliver)
            return;
        _statements.Execute("INSERT INTO deliveries(event) VALUES ($0)", sequence);
        _newDeliveries.Add(new PendingDelivery(sequence, type, now.ToUnixTimeSeconds(), 0));
    }

    public IReadOnlyList<PendingDelivery> PendingDeliveries() => _statements.All(
        "SELECT event, link, created FROM deliveries JOIN objects ON seq = event ORDER BY event",
        reader => new PendingDelivery(reader.GetInt64(0), reader.GetString(1), reader.GetInt64(2), 0));

    public long CountPendingDeliveries() => (long)_statements.Scalar("SELECT count(*) FROM deliveries")!;

    public bool IsPending(string eventId) => _statements.Scalar(
        "SELECT 1 FROM deliveries WHERE event = (SELECT seq FROM objects WHERE id = $0)", eventId) is not null;

    public void FinishDelivery(long sequence) => _statements.Execute("DELETE FROM deliveries WHERE event = $0", sequence);

    /// <summary>A page of one kind, newest first. One row more than the limit is read, to tell whether there are more.</summary>
    public (List<byte[]> Bodies, bool HasMore) List(string kind, ListQuery query)
    {
        var (cursorCreated, cursorSequence) = query.After ?? query.Before ?? (long.MaxValue, 0);
        var backwards = query.Before is not null;
        var text = $"""
            SELECT body FROM objects WHERE kind = $0 {(query.Link is null ? "" : "AND link = $6")}
            AND (created, seq) {(backwards ? ">" : "<")} ($1, $2) AND created BETWEEN $3 AND $4
            ORDER BY created {(backwards ? "ASC" : "DESC")}, seq {(backwards ? "ASC" : "DESC")} LIMIT $5
            """;
        ReadOnlySpan<object?> values =
            [kind, cursorCreated, cursorSequence, query.CreatedFrom, query.CreatedTo, query.Limit + 1, query.Link];
        var bodies = _statements.All(text, ReadBody, query.Link is null ? values[..6] : values);
        var more = bodies.Count > query.Limit;
        if (more)
            bodies.RemoveAt(bodies.Count - 1);
        if (backwards)
            bodies.Reverse();
        return (bodies, more);
    }

    /// <summary>Where a page goes on; null when there is no such object of that kind.</summary>
    public (long Created, long Sequence)? FindPosition(string kind, string id) => _statements.First<(long, long)?>(
        "SELECT created, seq FROM objects WHERE id = $0 AND kind = $1", reader => (reader.GetInt64(0), reader.GetInt64(1)), id, kind);

    public StoredAnswer? FindAnswer(string key, long notBefore) => _statements.First(
        "SELECT path, parameters, status, request, body FROM idempotency WHERE key = $0 AND created > $1",
        reader => new StoredAnswer(
            reader.GetString(0), reader.GetFieldValue<byte[]>(1), reader.GetInt32(2), reader.GetString(3), reader.GetFieldValue<byte[]>(4)),
        key,
        notBefore);

    public void SaveAnswer(string key, long now, StoredAnswer answer) => _statements.Execute(
        """
        INSERT INTO idempotency(key, created, path, parameters, status, request, body) VALUES ($0, $1, $2, $3, $4, $5, $6)
        ON CONFLICT(key) DO UPDATE SET created = excluded.created, path = excluded.path, parameters = excluded.parameters,
          status = excluded.status, request = excluded.request, body = excluded.body
        """,
        key, now, answer.Path, answer.Parameters, answer.Status, answer.RequestId, answer.Body);

    /// <summary>Forgets keys that are out of force, some at a time.</summary>
    public void PruneAnswers(long notBefore) => _statements.Execute(
        "DELETE FROM idempotency WHERE key IN (SELECT key FROM idempotency WHERE created <= $0 LIMIT 1000)", notBefore);

    /// <summary>Adds to the account of an intent. Refunds that fail are taken off again.</summary>
    public void Book(PaymentIntent intent, string booking, long charged = 0, long refunded = 0, long disputed = 0) =>
        _statements.Execute(
            """
            INSERT INTO ledger(intent, booking, currency, charged, refunded, disputed) VALUES ($0, $1, $2, $3, $4, $5)
            ON CONFLICT(intent) DO UPDATE SET charged = charged + $3, refunded = refunded + $4, disputed = disputed + $5
            """,
            intent.Id, booking, intent.Currency, charged, refunded, disputed);

    /// <param name="booking">One booking, or null for all.</param>
    public IReadOnlyList<LedgerLine> Ledger(string? booking) => _statements.All(
        """
        SELECT booking, currency, count(*), sum(charged), sum(refunded), sum(disputed) FROM ledger
        WHERE $0 IS NULL OR booking = $0 GROUP BY booking, currency ORDER BY booking, currency
        """,
        reader => new LedgerLine(
            reader.GetString(0), reader.GetString(1), reader.GetInt64(2), reader.GetInt64(3), reader.GetInt64(4), reader.GetInt64(5)),
        booking);

    /// <summary>Forgets everything. Sequence numbers go on, so that no late delivery is taken for a new one's.</summary>
    public void Clear()
    {
        _newDeliveries.Clear();
        foreach (var table in (string[])["objects", "idempotency", "deliveries", "ledger"])
            _statements.Execute($"DELETE FROM {table}");
    }

    public void Dispose()
    {
        _statements.Dispose();
        _connection.Dispose();
    }

    private long InsertBody(string kind, string id, string? link, long created, byte[] body) => (long)_statements.Scalar(
        "INSERT INTO objects(id, kind, link, created, body) VALUES ($0, $1, $2, $3, $4) RETURNING seq", id, kind, link, created, body)!;
}
