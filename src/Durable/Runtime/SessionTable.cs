using System.Diagnostics;
using Nots.Durable.Store;

namespace Nots.Durable.Runtime;

/// <summary>
/// Brings messages to instances: one turn at a time for each, a bounded number of turns at once, and a bounded number of idle
/// orchestrators in memory (the least recently used goes first).
/// </summary>
internal sealed class SessionTable(int maxRunning, int maxIdle, Action<Session> run)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<long, Session> _sessions = [];
    private readonly Queue<Session> _ready = new();
    private readonly LinkedList<Session> _idle = new();
    private readonly TaskCompletionSource _drained = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _running;
    private int _busy;
    private bool _draining;
    private bool _halted;

    /// <summary>How many instances wait for a turn or are in one.</summary>
    public int Busy => Volatile.Read(ref _busy);

    /// <summary>Brings a message, or just a turn.</summary>
    /// <param name="instance">Its number.</param>
    /// <param name="message">Null for just a turn.</param>
    /// <param name="cause">The span that it came of.</param>
    public void Deliver(long instance, InstanceMessage? message, ActivityContext cause = default)
    {
        lock (_gate)
        {
            if (_halted)
                return;
            if (!_sessions.TryGetValue(instance, out var session))
                _sessions[instance] = session = new Session(instance);
            if (session.Cause == default)
                session.Cause = cause;
            if (message is null)
                session.IsWoken = true;
            else
                session.Mailbox.Add(message);
            if (!session.IsBusy)
                MakeBusy(session);
            Pump();
        }
    }

    /// <summary>What is in memory of this instance no longer counts.</summary>
    public void Invalidate(long instance)
    {
        lock (_gate)
        {
            if (!_sessions.TryGetValue(instance, out var session))
                return;
            session.IsStale = true;
            if (!session.IsBusy)
                Forget(session);
        }
    }

    /// <summary>At the beginning of a turn: what has come.</summary>
    public List<InstanceMessage> Take(Session session)
    {
        lock (_gate)
        {
            var taken = session.Mailbox;
            session.Mailbox = [];
            session.IsWoken = false;
            (session.CauseOfTurn, session.Cause) = (session.Cause, default);
            if (session.IsStale)
                session.Loaded = null;
            session.IsStale = false;
            return taken;
        }
    }

    /// <summary>The turn's computing is over; its commit may still be under way.</summary>
    public void Yield()
    {
        lock (_gate)
        {
            _running--;
            Pump();
        }
    }

    /// <summary>The turn is over.</summary>
    /// <param name="undone">What it did not get done, to come again first. What is in the inbox is read again from there.</param>
    public void Release(Session session, IReadOnlyList<InstanceMessage>? undone = null)
    {
        lock (_gate)
        {
            if (undone is not null)
            {
                session.Loaded = null;
                session.IsWoken = true;
                session.Mailbox.InsertRange(0, undone.Where(message => message.Position is null));
            }

            if (session.Mailbox.Count > 0 || session.IsWoken)
                _ready.Enqueue(session);
            else
                Rest(session);
            Pump();
        }
    }

    /// <summary>Waits until nothing is to be done.</summary>
    public Task DrainAsync()
    {
        lock (_gate)
        {
            _draining = true;
            SignalIfDrained();
            return _drained.Task;
        }
    }

    /// <summary>Starts no more turns.</summary>
    public void Halt()
    {
        lock (_gate)
        {
            _halted = true;
            _ready.Clear();
            _drained.TrySetResult();
        }
    }

    private void MakeBusy(Session session)
    {
        if (session.IdlePlace is { } place)
            _idle.Remove(place);
        session.IdlePlace = null;
        session.IsBusy = true;
        _busy++;
        _ready.Enqueue(session);
    }

    private void Rest(Session session)
    {
        session.IsBusy = false;
        _busy--;
        if (session.Loaded is null || session.IsStale)
            Forget(session);
        else
            session.IdlePlace = _idle.AddLast(session);
        if (_idle.Count > maxIdle)
            Forget(_idle.First!.Value);
        SignalIfDrained();
    }

    private void Forget(Session session)
    {
        if (session.IdlePlace is { } place)
            _idle.Remove(place);
        session.IdlePlace = null;
        session.Loaded = null;
        _sessions.Remove(session.Number);
    }

    private void Pump()
    {
        while (!_halted && _running < maxRunning && _ready.TryDequeue(out var session))
        {
            _running++;
            ThreadPool.UnsafeQueueUserWorkItem(run, session, preferLocal: false);
        }
    }

    private void SignalIfDrained()
    {
        if (_draining && _busy == 0)
            _drained.TrySetResult();
    }
}
