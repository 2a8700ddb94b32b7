using System.Threading.Channels;
using DurableTask.Core;
using DurableTask.Core.History;
using Nots.Durable.Sqlite.Store;

namespace Nots.Durable.Sqlite.Work;

/// <summary>
/// Brings messages to instances: one dispatcher at a time for each, and a bounded number of them kept in memory while they wait (the least
/// recently used goes first). An instance for which nothing has come, and which is not kept, takes no memory.
/// </summary>
internal sealed class SessionTable(int maxKept, TimeSpan idleTimeout, TimeProvider time) : IDisposable
{
    /// <summary>Room for those that were told to end and have not yet.</summary>
    public const int Slack = 64;

    /// <summary>
    /// Who has waited for less is likely to be needed next. To send it away for another that is no more likely to be needed costs both a replay,
    /// over and over, when more instances are busy than fit; so the other one just has its turn and is not kept.
    /// </summary>
    private static readonly TimeSpan LeastStay = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();
    private readonly Dictionary<long, Session> _sessions = [];
    private readonly Channel<Session> _ready = Channel.CreateUnbounded<Session>();
    private readonly LinkedList<Session> _idle = new();
    private ITimer? _sweep;
    private bool _isSweepSet;
    private bool _isDraining;
    private bool _isClosed;
    private int _kept;
    private int _busy;

    /// <summary>How many instances wait for a dispatcher or are worked on.</summary>
    public int Busy => Volatile.Read(ref _busy);

    /// <summary>How many are in memory.</summary>
    public int Kept => Volatile.Read(ref _kept);

    public void Deliver(StoredMessage message)
    {
        lock (_gate)
        {
            var session = GetOrAdd(message.Instance);
            if (session.IsLost || (!message.IsDelayed && message.Position <= session.ReadUpTo) || IsStale(message, session.ExecutionId))
                return;

            // What came for the instance before its scheduled start has waited in the store.
            session.NeedsMessages |= message.IsDelayed && message.Event is ExecutionStartedEvent;
            session.Pending.Add(message);
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

    /// <summary>The next instance with something to do, for one dispatcher.</summary>
    /// <exception cref="ChannelClosedException">The backend has stopped.</exception>
    public async ValueTask<Session> NextAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var session = await _ready.Reader.ReadAsync(cancellationToken);
            lock (_gate)
            {
                session.IsQueued = false;
                session.IsAbandoned = false;
                session.IsLocked = !session.IsLost;
                if (session.IsLocked)
                    return session;
                _busy--;
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
            if (withMessages && stored.Messages is [.., var last])
            {
                session.NeedsMessages = false;
                session.ReadUpTo = last.Position;
                var read = stored.Messages.Select(message => message.Position).ToHashSet();
                session.Pending = [.. stored.Messages, .. session.Pending.Where(message => !read.Contains(message.Position))];
            }
            else if (withMessages)
            {
                session.NeedsMessages = false;
            }

            session.Pending.RemoveAll(message => IsStale(message, session.ExecutionId));
            return session.Take();
        }
    }

    /// <summary>Whether the instance is to stay in memory after this turn. If there is no room, the one that has waited longest goes.</summary>
    public bool TryKeep(Session session)
    {
        lock (_gate)
        {
            if (maxKept == 0 || _isDraining || _isClosed)
                return false;
            if (_kept >= maxKept)
            {
                if (_kept >= maxKept + Slack || _idle.First is not { } oldest || time.GetUtcNow() - oldest.Value.IdleSince < LeastStay)
                    return false;
                EndIdle(oldest.Value);
            }

            session.IsKept = true;
            _kept++;
            return true;
        }
    }

    /// <summary>The next messages for an instance in memory, as soon as there are any; null when it is to leave memory.</summary>
    public Task<IList<TaskMessage>?> FetchAsync(Session session)
    {
        lock (_gate)
        {
            if (session.IsLost || _isDraining || _isClosed)
                return Task.FromResult<IList<TaskMessage>?>(null);
            if (session.Pending.Count > 0)
                return Task.FromResult<IList<TaskMessage>?>(session.Take());
            if (_kept > maxKept)
                return Task.FromResult<IList<TaskMessage>?>(null);
            session.Waiting = new TaskCompletionSource<IList<TaskMessage>?>(TaskCreationOptions.RunContinuationsAsynchronously);
            session.IdleSince = time.GetUtcNow();
            session.IdlePlace = _idle.AddLast(session);
            _busy--;
            SetSweep();
            return session.Waiting.Task;
        }
    }

    /// <summary>What was handed out has been committed.</summary>
    public void Complete(Session session)
    {
        lock (_gate)
        {
            session.Taken.Clear();
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
            _busy--;
            if (session.IsKept)
                _kept--;
            session.IsKept = false;
            if (session.IsAbandoned && !session.IsLost)
                BackOff(session);
            else if (HasWork(session))
                Signal(session);
            else
                _sessions.Remove(session.Number);
        }
    }

    /// <summary>The instance has not started and what has come is for later: it stays in the store.</summary>
    public void Shelve(Session session)
    {
        lock (_gate)
        {
            session.Pending.RemoveAll(message => !message.IsDelayed);
            session.Taken.Clear();
        }

        Release(session);
    }

    public void Renew(long number, string executionId)
    {
        lock (_gate)
        {
            if (!_sessions.TryGetValue(number, out var session))
                return;
            session.ExecutionId = executionId;
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
            if (session.Waiting is not null)
                EndIdle(session);
        }
    }

    /// <summary>From now on nobody stays in memory: the dispatchers are stopping, or are there again.</summary>
    public void Drain(bool isDraining)
    {
        lock (_gate)
        {
            _isDraining = isDraining;
            while (isDraining && _idle.First is { } oldest)
                EndIdle(oldest.Value);
        }
    }

    public void Dispose()
    {
        Drain(isDraining: true);
        lock (_gate)
        {
            _isClosed = true;
            _sessions.Clear();
            _sweep?.Dispose();
        }

        _ready.Writer.TryComplete();
    }

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
        if (session.Waiting is { } waiting)
        {
            LeaveIdle(session);
            waiting.SetResult(session.Take());
        }
        else if (!session.IsLocked && !session.IsQueued && !session.IsBackedOff && !session.IsLost)
        {
            session.IsQueued = true;
            _busy++;
            _ready.Writer.TryWrite(session);
        }
    }

    private void EndIdle(Session session)
    {
        var waiting = session.Waiting;
        LeaveIdle(session);
        waiting?.SetResult(null);
    }

    private void LeaveIdle(Session session)
    {
        _idle.Remove(session.IdlePlace!);
        session.IdlePlace = null;
        session.Waiting = null;
        _busy++;
    }

    private void BackOff(Session session)
    {
        session.IsBackedOff = true;
        var pause = TimeSpan.FromSeconds(Math.Pow(2, Math.Clamp(session.Attempts - 1, 0, 6)));
        _ = ResumeAsync(session, pause < LongestPause ? pause : LongestPause);
    }

    private async Task ResumeAsync(Session session, TimeSpan pause)
    {
        await Task.Delay(pause, time);
        lock (_gate)
        {
            session.IsBackedOff = false;
            if (HasWork(session))
                Signal(session);
        }
    }

    private void SetSweep()
    {
        if (_isSweepSet || _isClosed || _idle.First is not { } oldest)
            return;
        _isSweepSet = true;
        var wait = oldest.Value.IdleSince + idleTimeout - time.GetUtcNow();
        _sweep ??= time.CreateTimer(static table => ((SessionTable)table!).Sweep(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _sweep.Change(wait > TimeSpan.FromSeconds(1) ? wait : TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan);
    }

    private void Sweep()
    {
        lock (_gate)
        {
            _isSweepSet = false;
            var limit = time.GetUtcNow() - idleTimeout;
            while (_idle.First is { } oldest && oldest.Value.IdleSince <= limit)
                EndIdle(oldest.Value);
            SetSweep();
        }
    }
}
