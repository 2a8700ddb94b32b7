using Microsoft.Data.Sqlite;

namespace Nots.Durable.Sqlite.Store;

/// <summary>The only connection that writes. Used by the commit loop's thread, inside its transaction.</summary>
internal sealed class StoreWriter : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly List<Statement> _statements = [];
    private readonly Statement _begin;
    private readonly Statement _commit;
    private readonly Statement _rollback;
    private readonly Statement _find;

    /// <exception cref="InvalidOperationException">An earlier engine or a later version has written the file.</exception>
    public StoreWriter(string path, TimeProvider time)
    {
        Time = time;
        _connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ConnectionString);
        try
        {
            _connection.Open();
            Schema.Prepare(_connection, path);
        }
        catch (Exception)
        {
            _connection.Dispose();
            throw;
        }

        _begin = Prepare("BEGIN IMMEDIATE");
        _commit = Prepare("COMMIT");
        _rollback = Prepare("ROLLBACK");
        _find = Prepare("SELECT number, execution, status FROM instances WHERE id = ?1");
        Instances = new InstanceTable(Prepare);
        History = new HistoryTable(Prepare);
        Messages = new MessageTable(Prepare);
        Activities = new ActivityTable(Prepare);
        NextPosition = MessageTable.LastPosition(_connection) + 1;
    }

    public TimeProvider Time { get; }

    public InstanceTable Instances { get; }

    public HistoryTable History { get; }

    public MessageTable Messages { get; }

    public ActivityTable Activities { get; }

    /// <summary>Of the next message or activity. It only grows while the file is open, even when a transaction comes to nothing.</summary>
    private long NextPosition { get; set; }

    public DateTimeOffset Now => Time.GetUtcNow();

    public void Begin() => _begin.Execute();

    public void Commit() => _commit.Execute();

    public void Rollback() => _rollback.Execute();

    public long TakePosition() => NextPosition++;

    public InstanceHead? Find(string instanceId)
    {
        try
        {
            return _find.Bind(1, instanceId).Step()
                ? new InstanceHead(_find.Long(0), instanceId, _find.Text(1)!, Statuses.Parse(_find.Utf8(2)))
                : null;
        }
        finally
        {
            _find.Reset();
        }
    }

    /// <summary>Takes away all that there is of an instance.</summary>
    public void Delete(long number)
    {
        Messages.DeleteAll(number);
        Activities.DeleteAll(number);
        History.DeleteAll(number);
        Instances.Delete(number);
    }

    public void Dispose()
    {
        foreach (var statement in _statements)
            statement.Dispose();
        _connection.Dispose();
    }

    private Statement Prepare(string sql)
    {
        var statement = new Statement(_connection, sql);
        _statements.Add(statement);
        return statement;
    }
}
