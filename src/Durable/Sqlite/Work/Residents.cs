using System.Diagnostics;
using DurableTask.Core;

namespace Nots.Durable.Sqlite.Work;

/// <summary>
/// Which instances are in dispatchers' hands, and which of those are kept in memory while they wait. One that waits for an activity is needed
/// again soon; one that waits for a timer or an event may go at once when another needs its place, the least recently used first. All is done
/// under the table's lock.
/// </summary>
/// <remarks>
/// More instances than are allowed under way at once wait in the queue, as their messages: whoever is under way comes to its end first. That
/// is kinder to memory than to have all of them half done, and costs no replays.
/// </remarks>
internal sealed class Residents(SqliteOrchestrationServiceOptions options, TimeProvider time, Lock gate) : IDisposable
{
    /// <summary>Room for those that were told to leave and have not yet.</summary>
    public const int Slack = 64;

    /// <summary>When others wait, nobody is under way for more turns than these in one go.</summary>
    private const int LongestTenure = 100;

    /// <summary>Who waits for an activity for longer may go, too. By the machine's clock: this is of its load, not of anybody's timers.</summary>
    private static readonly TimeSpan LongestActivityWait = TimeSpan.FromSeconds(1);

    private readonly LinkedList<Session> _sleeping = new();
    private readonly LinkedList<Session> _awaitingActivity = new();
    private TaskCompletionSource? _room;
    private ITimer? _sweep;
    private bool _isSweepSet;
    private bool _isDraining;
    private int _locked;
    private int _kept;
    private int _leaving;

    /// <summary>How many are worked on.</summary>
    public int Busy => Volatile.Read(ref _locked) - Waiting;

    public int Kept => Volatile.Read(ref _kept);

    public int Waiting => _sleeping.Count + _awaitingActivity.Count;

    private int UnderWay => _locked - _leaving - _sleeping.Count;

    /// <summary>Waits until one more instance may be under way.</summary>
    public async ValueTask WaitForRoomAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            Task room;
            lock (gate)
            {
                if (UnderWay < options.MaxConcurrentOrchestrations || TryDismiss(_awaitingActivity, LongestActivityWait))
                    return;
                room = (_room ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
            }

            await room.WaitAsync(LongestActivityWait, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    public void Enter(Session session)
    {
        _locked++;
        session.Turns = 0;
    }

    public void Leave(Session session)
    {
        _locked--;
        if (session.IsKept)
            _kept--;
        if (session.IsLeaving)
            _leaving--;
        session.IsKept = session.IsLeaving = false;
        SignalRoom();
    }

    public bool TryKeep(Session session)
    {
        if (options.MaxSessions == 0 || _isDraining)
            return false;
        if (_kept - _leaving >= options.MaxSessions && !TryDismiss(_sleeping, TimeSpan.Zero) && !TryDismiss(_awaitingActivity, LongestActivityWait))
            return false;
        if (_kept >= options.MaxSessions + Slack)
            return false;
        session.IsKept = true;
        _kept++;
        return true;
    }

    /// <summary>False when it is to make room for others.</summary>
    public bool MayStay(Session session) => !_isDraining && (_room is null || session.Turns < LongestTenure);

    /// <summary>It waits for its next messages.</summary>
    public Task<IList<TaskMessage>?> Rest(Session session)
    {
        session.Waiting = new TaskCompletionSource<IList<TaskMessage>?>(TaskCreationOptions.RunContinuationsAsynchronously);
        session.IdleSince = time.GetUtcNow();
        session.IdleTimestamp = Stopwatch.GetTimestamp();
        session.Place = (session.OpenActivities > 0 ? _awaitingActivity : _sleeping).AddLast(session);
        if (session.OpenActivities <= 0)
            SignalRoom();
        SetSweep();
        return session.Waiting.Task;
    }

    /// <summary>Gives the messages that have come to whoever waits for them.</summary>
    public static bool TryRouse(Session session)
    {
        if (session.Waiting is not { } waiting)
            return false;
        LeavePlace(session);
        waiting.SetResult(session.Take());
        return true;
    }

    /// <summary>Tells it to leave memory, if it waits.</summary>
    public void Dismiss(Session session)
    {
        if (session.Waiting is not { } waiting)
            return;
        LeavePlace(session);
        session.IsLeaving = true;
        _leaving++;
        waiting.SetResult(null);
    }

    public void Drain(bool isDraining)
    {
        _isDraining = isDraining;
        if (!isDraining)
            return;
        while (TryDismiss(_sleeping, TimeSpan.Zero) || TryDismiss(_awaitingActivity, TimeSpan.Zero))
        {
        }
    }

    public void Dispose()
    {
        Drain(isDraining: true);
        _sweep?.Dispose();
        SignalRoom();
    }

    private static void LeavePlace(Session session)
    {
        session.Place!.List!.Remove(session.Place);
        session.Place = null;
        session.Waiting = null;
    }

    private bool TryDismiss(LinkedList<Session> waiting, TimeSpan leastWait)
    {
        if (waiting.First is not { } oldest || Stopwatch.GetElapsedTime(oldest.Value.IdleTimestamp) < leastWait)
            return false;
        Dismiss(oldest.Value);
        return true;
    }

    private void SignalRoom()
    {
        _room?.TrySetResult();
        _room = null;
    }

    private void SetSweep()
    {
        if (_isSweepSet || _isDraining)
            return;
        _isSweepSet = true;
        _sweep ??= time.CreateTimer(static residents => ((Residents)residents!).Sweep(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _sweep.Change(options.SessionIdleTimeout / 2, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Who has waited too long leaves memory, even when there is room.</summary>
    private void Sweep()
    {
        lock (gate)
        {
            _isSweepSet = false;
            var limit = time.GetUtcNow() - options.SessionIdleTimeout;
            foreach (var waiting in (LinkedList<Session>[])[_sleeping, _awaitingActivity])
            {
                while (waiting.First is { } oldest && oldest.Value.IdleSince <= limit)
                    Dismiss(oldest.Value);
            }

            if (Waiting > 0)
                SetSweep();
        }
    }
}
