using System.Threading.Channels;
using DurableTask.Core;
using DurableTask.Core.History;
using Nots.Durable.Sqlite.Store;

namespace Nots.Durable.Sqlite.Work;

/// <summary>
/// Brings messages to instances: one dispatcher at a time for each. An instance for which nothing has come, and which is not kept, takes no
/// memory; <see cref="Residents"/> says which are kept and how many are under way at once.
/// </summary>
internal sealed class SessionTable : IDisposable
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();
    private readonly Dictionary<long, Session> _sessions = [];
    private readonly Channel<Session> _ready = Channel.CreateUnbounded<Session>();
    private readonly Residents _residents;
    private readonly TimeProvider _time;
    private bool _isClosed;
    private int _queued;

    public SessionTable(SqliteOrchestrationServiceOptions options, TimeProvider time)
    {
        _time = time;
        _residents = new Residents(options, time, _gate);
    }

    /// <summary>How many instances wait for a dispatcher or are worked on.</summary>
    public int Busy => Volatile.Read(ref _queued) + _residents.Busy;

    /// <summary>How many are in memory.</summary>
    public int Kept => _residents.Kept;

    /// <summary>How many of these wait for something.</summary>
    public int Waiting => _residents.Waiting;

    public void Deliver(StoredMessage message)
    {
        lock (_gate)
        {
            var session = GetOrAdd(message.Instance);
            if (session.IsLost || (!message.IsDelayed && message.Position <= session.ReadUpTo))
                return;

            // While somebody works on the instance, it may have a new execution already that is not known here yet.
            if (session.Waiting is not null && IsStale(message, session.ExecutionId))
                return;

            // What came for the instance before its scheduled start has waited in the store.
            session.NeedsMessages |= message.IsDelayed && message.Event is ExecutionStartedEvent;
            session.Pending.Add(message);
            if (IsResult(message.Event))
                session.OpenActivities--;
            Signal(session);
        }
    }

    /// <summary>The store has messages for this instance.</summary>
    public void Wake(long number)
    {
        lock (_gate)
        {
            var session = GetOrAdd(number);
            session.NeedsMessages = true;
            Signal(session);
        }
    }

    /// <summary>The next instance with something to do, once there is room for it. Called by one dispatcher.</summary>
    /// <exception cref="ChannelClosedException">The backend has stopped.</exception>
    public async ValueTask<Session> NextAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            if (!await _ready.Reader.WaitToReadAsync(cancellationToken))
                throw new ChannelClosedException();
            await _residents.WaitForRoomAsync(cancellationToken);
            lock (_gate)
            {
                if (!_ready.Reader.TryRead(out var session))
                    continue;
                _queued--;
                session.IsQueued = false;
                if (session.IsLost)
                    continue;
                session.IsAbandoned = false;
                session.IsLocked = true;
                _residents.Enter(session);
                return session;
            }
        }
    }

    /// <summary>What is to be handed out of an instance that was loaded. None when all that had come was for an earlier execution.</summary>
    public List<TaskMessage> Begin(Session session, StoredInstance stored, bool withMessages)
    {
        lock (_gate)
        {
            session.InstanceId = stored.Head.Id;
            session.ExecutionId = stored.Head.ExecutionId;
            if (withMessages)
            {
                session.NeedsMessages = false;
                session.ReadUpTo = stored.Messages is [.., var last] ? last.Position : session.ReadUpTo;
                var read = stored.Messages.Select(message => message.Position).ToHashSet();
                session.Pending = [.. stored.Messages, .. session.Pending.Where(message => !read.Contains(message.Position))];
            }

            session.Pending.RemoveAll(message => IsStale(message, session.ExecutionId));
            session.OpenActivities = stored.History.Sum(static happened => happened is TaskScheduledEvent ? 1 : IsResult(happened) ? -1 : 0)
                - session.Pending.Count(static message => IsResult(message.Event));
            return session.Take();
        }
    }

    /// <summary>Whether the instance is to stay in memory after this turn.</summary>
    public bool TryKeep(Session session)
    {
        lock (_gate)
            return !_isClosed && _residents.TryKeep(session);
    }

    /// <summary>The next messages for an instance in memory, as soon as there are any; null when it is to leave memory.</summary>
    public Task<IList<TaskMessage>?> FetchAsync(Session session)
    {
        lock (_gate)
        {
            if (session.IsLost || _isClosed || !_residents.MayStay(session))
                return Task.FromResult<IList<TaskMessage>?>(null);
            session.Pending.RemoveAll(message => IsStale(message, session.ExecutionId));
            return session.Pending.Count > 0 ? Task.FromResult<IList<TaskMessage>?>(session.Take()) : _residents.Rest(session);
        }
    }

    /// <summary>What was handed out has been committed.</summary>
    public void Complete(Session session, int scheduledActivities)
    {
        lock (_gate)
        {
            session.Taken.Clear();
            session.OpenActivities += scheduledActivities;
            session.Turns++;
            session.Attempts = 0;
            session.HasCommitFailed = false;
        }
    }

    /// <summary>What was handed out was not done.</summary>
    /// <returns>How often that was so, one time after the other, for other reasons than the store's.</returns>
    public int Abandon(Session session)
    {
        lock (_gate)
        {
            session.Pending.InsertRange(0, session.Taken);
            session.Taken.Clear();
            session.IsAbandoned = true;
            if (!session.HasCommitFailed)
                session.Attempts++;
            session.HasCommitFailed = false;
            return session.Attempts;
        }
    }

    /// <summary>The dispatcher is done with it.</summary>
    public void Release(Session session)
    {
        lock (_gate)
        {
            if (!session.IsLocked)
                return;
            session.IsLocked = false;
            _residents.Leave(session);
            if (session.IsAbandoned && !session.IsLost)
                BackOff(session);
            else if (HasWork(session))
                Signal(session);
            else if (!session.IsLost)
                _sessions.Remove(session.Number);
        }
    }

    /// <summary>
    /// Nothing that was handed out is for now: the instance has not started, or all of it was for an earlier execution. It stays in the store;
    /// what has come since then does not.
    /// </summary>
    public void Shelve(Session session)
    {
        lock (_gate)
            session.Taken.Clear();
        Release(session);
    }

    public void Renew(long number, string executionId)
    {
        lock (_gate)
        {
            if (!_sessions.TryGetValue(number, out var session))
                return;
            session.ExecutionId = executionId;
            session.OpenActivities = 0;
            session.Pending.RemoveAll(message => IsStale(message, executionId));
        }
    }

    /// <summary>The instance has ended with the turn that its dispatcher has just committed.</summary>
    public void End(long number)
    {
        lock (_gate)
        {
            if (_sessions.TryGetValue(number, out var session))
                session.Pending.Clear();
        }
    }

    /// <summary>The instance is no more, or was ended from outside.</summary>
    public void Lose(long number)
    {
        lock (_gate)
        {
            if (!_sessions.Remove(number, out var session))
                return;
            session.IsLost = true;
            session.Pending.Clear();
            _residents.Dismiss(session);
        }
    }

    /// <summary>From now on nobody stays in memory: the dispatchers are stopping, or are there again.</summary>
    public void Drain(bool isDraining)
    {
        lock (_gate)
            _residents.Drain(isDraining);
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _isClosed = true;
            _residents.Dispose();
            _sessions.Clear();
        }

        _ready.Writer.TryComplete();
    }

    private static bool IsResult(HistoryEvent happened) => happened is TaskCompletedEvent or TaskFailedEvent;

    private static bool IsStale(StoredMessage message, string? executionId) =>
        executionId is not null && message.ExecutionId is not null && message.ExecutionId != executionId;

    private static bool HasWork(Session session) => !session.IsLost && (session.Pending.Count > 0 || session.NeedsMessages);

    private Session GetOrAdd(long number)
    {
        if (!_sessions.TryGetValue(number, out var session))
            _sessions[number] = session = new Session(number, this) { IsLost = _isClosed };
        return session;
    }

    private void Signal(Session session)
    {
        if (Residents.TryRouse(session) || session.IsLocked || session.IsQueued || session.IsBackedOff || session.IsLost)
            return;
        session.IsQueued = true;
        _queued++;
        _ready.Writer.TryWrite(session);
    }

    private void BackOff(Session session)
    {
        session.IsBackedOff = true;
        var pause = TimeSpan.FromSeconds(Math.Pow(2, Math.Clamp(session.Attempts - 1, 0, 6)));
        _ = ResumeAsync(session, pause < LongestPause ? pause : LongestPause);
    }

    private async Task ResumeAsync(Session session, TimeSpan pause)
    {
        await Task.Delay(pause, _time);
        lock (_gate)
        {
            session.IsBackedOff = false;
            if (HasWork(session))
                Signal(session);
        }
    }
}
