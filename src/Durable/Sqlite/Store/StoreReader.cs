using DurableTask.Core;
using DurableTask.Core.History;
using Microsoft.Data.Sqlite;
using Newtonsoft.Json;
using Nots.Durable.Sqlite.Events;

namespace Nots.Durable.Sqlite.Store;

/// <summary>One connection that reads what is committed. Used by one thread at a time; <see cref="ReaderPool"/> lends them.</summary>
internal sealed class StoreReader : IDisposable
{
    private readonly Statement _head;
    private readonly Statement _history;
    private readonly Statement _messages;
    private readonly Statement _due;

    public StoreReader(string path)
    {
        Connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Pooling = false,
            Mode = SqliteOpenMode.ReadOnly,
        }.ConnectionString);
        Connection.Open();
        _head = new Statement(Connection, "SELECT id, execution, status FROM instances WHERE number = ?1");
        _history = new Statement(Connection, "SELECT events FROM history WHERE position BETWEEN ?1 AND ?2 ORDER BY position");
        _messages = new Statement(Connection, "SELECT position, execution, event FROM messages WHERE instance = ?1 AND visible_at IS NULL ORDER BY position");
        _due = new Statement(Connection, """
            SELECT instance, position, execution, visible_at, event FROM messages WHERE visible_at >= ?1 AND visible_at < ?2 ORDER BY visible_at
            """);
    }

    public SqliteConnection Connection { get; }

    /// <param name="number">The instance's.</param>
    /// <param name="withMessages">Whether to read what waits for it, too.</param>
    /// <returns>Null when there is no such instance; of one that has ended, just its head.</returns>
    /// <exception cref="HistoryUnreadableException">It was damaged, or a later version wrote it.</exception>
    public StoredInstance? Load(long number, bool withMessages) => InSnapshot(() =>
    {
        if (Head(number) is not { } head)
            return null;
        var stored = new StoredInstance(head, [], []);
        if (head.HasEnded)
            return stored;
        if (head.Status != OrchestrationStatus.Pending)
            ReadHistory(number, stored.History);
        if (withMessages)
            ReadMessages(number, stored.Messages);
        return stored;
    });

    public void ReadHistory(long number, List<HistoryEvent> history)
    {
        try
        {
            _history.Bind(1, HistoryTable.First(number)).Bind(2, HistoryTable.Last(number));
            while (_history.Step())
                EventJson.Read(_history.Utf8(0), history);
        }
        finally
        {
            _history.Reset();
        }
    }

    /// <summary>Instances that something has come for.</summary>
    public List<long> InstancesWithMessages()
    {
        using var query = new Statement(Connection, "SELECT DISTINCT instance FROM messages WHERE visible_at IS NULL");
        var numbers = new List<long>();
        while (query.Step())
            numbers.Add(query.Long(0));
        return numbers;
    }

    /// <summary>Activities that are not done, in the order in which they were scheduled.</summary>
    public List<ActivityTask> OpenActivities()
    {
        using var query = new Statement(Connection, """
            SELECT a.instance, a.position, a.execution, a.tags, a.event, i.id FROM activities a JOIN instances i ON i.number = a.instance ORDER BY a.position
            """);
        var activities = new List<ActivityTask>();
        while (query.Step())
        {
            activities.Add(new ActivityTask(query.Long(0), query.Long(1), IsRecovered: true, Message: new TaskMessage
            {
                SequenceNumber = query.Long(1),
                OrchestrationInstance = new OrchestrationInstance { InstanceId = query.Text(5), ExecutionId = query.Text(2) },
                OrchestrationExecutionContext = ReadContext(query.Text(3)),
                Event = EventJson.ReadOne(query.Utf8(4)),
            }));
        }

        return activities;
    }

    /// <summary>Messages that become visible from one time until before another, soonest first.</summary>
    public List<DelayedMessage> Due(DateTimeOffset from, DateTimeOffset to)
    {
        var due = new List<DelayedMessage>();
        try
        {
            _due.Bind(1, from.UtcTicks).Bind(2, to.UtcTicks);
            while (_due.Step())
            {
                var message = new StoredMessage(_due.Long(0), _due.Long(1), _due.Text(2), IsDelayed: true, EventJson.ReadOne(_due.Utf8(4)));
                due.Add(new DelayedMessage(message, new DateTimeOffset(_due.Long(3), TimeSpan.Zero)));
            }
        }
        finally
        {
            _due.Reset();
        }

        return due;
    }

    public void Dispose()
    {
        _head.Dispose();
        _history.Dispose();
        _messages.Dispose();
        _due.Dispose();
        Connection.Dispose();
    }

    /// <summary>The tags cannot be set from outside DurableTask.Core, but for its own way of reading them.</summary>
    private static OrchestrationExecutionContext ReadContext(string? tags) =>
        JsonConvert.DeserializeObject<OrchestrationExecutionContext>($$"""{"OrchestrationTags":{{tags ?? "{}"}}}""")!;

    private InstanceHead? Head(long number)
    {
        try
        {
            return _head.Bind(1, number).Step() ? new InstanceHead(number, _head.Text(0)!, _head.Text(1)!, Statuses.Parse(_head.Utf8(2))) : null;
        }
        finally
        {
            _head.Reset();
        }
    }

    private void ReadMessages(long number, List<StoredMessage> messages)
    {
        try
        {
            _messages.Bind(1, number);
            while (_messages.Step())
                messages.Add(new StoredMessage(number, _messages.Long(0), _messages.Text(1), IsDelayed: false, EventJson.ReadOne(_messages.Utf8(2))));
        }
        finally
        {
            _messages.Reset();
        }
    }

    private T InSnapshot<T>(Func<T> read)
    {
        using var snapshot = Connection.BeginTransaction(deferred: true);
        return read();
    }
}

/// <summary>Lends readers.</summary>
internal sealed class ReaderPool(string path) : IDisposable
{
    private readonly Lock _gate = new();
    private readonly Stack<StoreReader> _idle = [];
    private bool _closed;

    /// <exception cref="BackendStoppedException">The file is closed.</exception>
    public T Read<T>(Func<StoreReader, T> read)
    {
        var reader = Take();
        try
        {
            return read(reader);
        }
        finally
        {
            Return(reader);
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _closed = true;
            while (_idle.TryPop(out var reader))
                reader.Dispose();
        }
    }

    private StoreReader Take()
    {
        lock (_gate)
        {
            if (_closed)
                throw new BackendStoppedException();
            if (_idle.TryPop(out var reader))
                return reader;
        }

        return new StoreReader(path);
    }

    private void Return(StoreReader reader)
    {
        lock (_gate)
        {
            if (!_closed)
            {
                _idle.Push(reader);
                return;
            }
        }

        reader.Dispose();
    }
}
