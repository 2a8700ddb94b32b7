using Microsoft.Data.Sqlite;
using Nots.Durable.Store.Tables;

namespace Nots.Durable.Store;

/// <summary>The only connection that writes. Used by the commit loop's thread, inside its transaction.</summary>
internal sealed class StoreWriter : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly TimeProvider _time;
    private readonly Statement _begin;
    private readonly Statement _commit;
    private readonly Statement _rollback;

    public StoreWriter(string connectionString, TimeProvider time)
    {
        _time = time;
        _connection = new SqliteConnection(connectionString);
        Open();
        _begin = new Statement(_connection, "BEGIN IMMEDIATE");
        _commit = new Statement(_connection, "COMMIT");
        _rollback = new Statement(_connection, "ROLLBACK");
        Instances = new InstanceTable(_connection);
        History = new HistoryTable(_connection);
        Inbox = new InboxTable(_connection);
        Activities = new ActivityTable(_connection);
        Timers = new TimerTable(_connection);
    }

    public InstanceTable Instances { get; }

    public HistoryTable History { get; }

    public InboxTable Inbox { get; }

    public ActivityTable Activities { get; }

    public TimerTable Timers { get; }

    public DateTimeOffset Now => _time.GetUtcNow();

    public void Begin() => _begin.Execute();

    public void Commit() => _commit.Execute();

    public void Rollback() => _rollback.Execute();

    public void Dispose()
    {
        Instances.Dispose();
        History.Dispose();
        Inbox.Dispose();
        Activities.Dispose();
        Timers.Dispose();
        _begin.Dispose();
        _commit.Dispose();
        _rollback.Dispose();
        _connection.Dispose();
    }

    private void Open()
    {
        try
        {
            _connection.Open();
            StoreSchema.Prepare(_connection);
        }
        catch (Exception)
        {
            _connection.Dispose();
            throw;
        }
    }
}
