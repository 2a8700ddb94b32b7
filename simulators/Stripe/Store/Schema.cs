using Microsoft.Data.Sqlite;

namespace Nots.StripeSimulator.Store;

/// <summary>
/// The simulator's tables. The journal is a write-ahead log with <c>synchronous=NORMAL</c>: a commit is in the operating
/// system's hands before it is answered, so that a kill at any moment loses nothing. Only a power cut could take the last
/// commits (never corrupt the file), which a stand-in for Stripe on a laptop may risk and a disk flush a payment may not cost.
/// </summary>
internal static class Schema
{
    public const string FileName = "stripe.db";

    /// <summary>
    /// <c>objects.link</c> is what an object hangs on: a charge's intent, a refund's or dispute's charge, an event's type, a
    /// payment method's test card. <c>deliveries</c> has the events still to be posted, written with what they tell of.
    /// <c>ledger</c> is kept apart from the objects, so that each can be checked against the other.
    /// </summary>
    private const string Tables = """
        CREATE TABLE IF NOT EXISTS objects(
          seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, link TEXT,
          created INTEGER NOT NULL, body BLOB NOT NULL);
        CREATE INDEX IF NOT EXISTS objects_by_time ON objects(kind, created, seq);
        CREATE INDEX IF NOT EXISTS objects_by_link ON objects(kind, link, created, seq);
        CREATE TABLE IF NOT EXISTS idempotency(
          key TEXT PRIMARY KEY, created INTEGER NOT NULL, path TEXT NOT NULL, parameters BLOB NOT NULL,
          status INTEGER NOT NULL, request TEXT NOT NULL, body BLOB NOT NULL);
        CREATE INDEX IF NOT EXISTS idempotency_by_time ON idempotency(created);
        CREATE TABLE IF NOT EXISTS deliveries(event INTEGER PRIMARY KEY);
        CREATE TABLE IF NOT EXISTS ledger(
          intent TEXT PRIMARY KEY, booking TEXT NOT NULL, currency TEXT NOT NULL,
          charged INTEGER NOT NULL, refunded INTEGER NOT NULL, disputed INTEGER NOT NULL) WITHOUT ROWID;
        CREATE INDEX IF NOT EXISTS ledger_by_booking ON ledger(booking);
        """;

    /// <summary>Opens the folder's database, with its tables.</summary>
    public static SqliteConnection Open(string folder)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = Path.Combine(folder, FileName),
            Pooling = false,
        }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"""
            PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = 5000; PRAGMA cache_size = -32768; PRAGMA wal_autocheckpoint = 4000;
            {Tables}
            """;
        command.ExecuteNonQuery();
        return connection;
    }
}
