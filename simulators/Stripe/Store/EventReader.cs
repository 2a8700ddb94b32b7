using Microsoft.Data.Sqlite;

namespace Nots.StripeSimulator.Store;

/// <summary>Reads events for their delivery on a connection of its own, beside the <see cref="Writer"/>'s.</summary>
internal sealed class EventReader : IDisposable
{
    private readonly Lock _lock = new();
    private readonly SqliteConnection _connection;
    private readonly PreparedStatements _statements;

    public EventReader(string folder)
    {
        _connection = Schema.Open(folder);
        _statements = new PreparedStatements(_connection);
    }

    /// <summary>Null when there is no such event any more.</summary>
    public byte[]? BodyOf(long sequence)
    {
        lock (_lock)
            return _statements.First("SELECT body FROM objects WHERE seq = $0", reader => reader.GetFieldValue<byte[]>(0), sequence);
    }

    public void Dispose()
    {
        _statements.Dispose();
        _connection.Dispose();
    }
}
