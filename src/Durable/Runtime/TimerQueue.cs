using Microsoft.Extensions.Logging;
using Nots.Durable.History;
using Nots.Durable.Store;

namespace Nots.Durable.Runtime;

/// <summary>
/// Fires durable timers. Only those due soon are in memory; the store has the others, and is asked again before they are due.
/// Due times are of the wall clock: when that is set back, they are waited for again.
/// </summary>
internal sealed class TimerQueue : IDisposable
{
    private static readonly TimeSpan Lookahead = TimeSpan.FromHours(1);

    /// <summary>A clock that is set forward is noticed within this time.</summary>
    private static readonly TimeSpan LongestSleep = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();
    private readonly Dictionary<TaskKey, DateTimeOffset> _open = [];
    private readonly PriorityQueue<TimerTask, DateTimeOffset> _queue = new();
    private readonly StoreReader _reader;
    private readonly TimeProvider _time;
    private readonly Action<long, InstanceMessage> _deliver;
    private readonly ILogger _logger;
    private readonly ITimer _alarm;
    private DateTimeOffset _loadedTo = DateTimeOffset.MinValue;
    private bool _stopped;

    public TimerQueue(StoreReader reader, TimeProvider time, Action<long, InstanceMessage> deliver, ILogger logger)
    {
        _reader = reader;
        _time = time;
        _deliver = deliver;
        _logger = logger;
        _alarm = time.CreateTimer(_ => Tick(), state: null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public void Start() => Tick();

    public void Add(TimerTask timer)
    {
        lock (_gate)
        {
            if (timer.FireAt >= _loadedTo || _stopped)
                return;
            Enqueue(timer);
            if (_queue.Peek().Key == timer.Key)
                SetAlarm();
        }
    }

    public void Cancel(TaskKey key)
    {
        lock (_gate)
            _open.Remove(key);
    }

    public void Dispose()
    {
        lock (_gate)
            _stopped = true;
        _alarm.Dispose();
    }

    private void Tick()
    {
        List<TimerTask> due = [];
        try
        {
            LoadAhead();
        }
        catch (Exception fault)
        {
            // An exception here would end the process; the store is asked again at the next tick.
            _logger.LogError(fault, "Timers could not be loaded");
        }

        lock (_gate)
        {
            if (_stopped)
                return;
            TakeDue(due);
            SetAlarm();
        }

        foreach (var timer in due)
            _deliver(timer.Key.Instance, new InstanceMessage(new TimerFired(timer.FireAt) { TaskId = timer.Key.TaskId }, timer.Key.Execution));
    }

    private void LoadAhead()
    {
        DateTimeOffset from;
        DateTimeOffset to;
        lock (_gate)
        {
            var now = _time.GetUtcNow();
            if (_stopped || now + (Lookahead / 2) < _loadedTo)
                return;
            (from, to) = (_loadedTo, now + Lookahead);

            // From here on, new timers up to the new limit add themselves; those before are committed, and found below.
            _loadedTo = to;
        }

        try
        {
            var found = _reader.TimersDue(from, to);
            lock (_gate)
                found.ToList().ForEach(Enqueue);
        }
        catch (Exception)
        {
            lock (_gate)
                _loadedTo = from;
            throw;
        }
    }

    private void TakeDue(List<TimerTask> due)
    {
        var now = _time.GetUtcNow();
        while (_queue.TryPeek(out var timer, out var fireAt) && fireAt <= now)
        {
            _queue.Dequeue();
            if (_open.Remove(timer.Key))
                due.Add(timer);
        }
    }

    private void Enqueue(TimerTask timer)
    {
        if (_open.TryAdd(timer.Key, timer.FireAt))
            _queue.Enqueue(timer, timer.FireAt);
    }

    private void SetAlarm()
    {
        if (_stopped)
            return;
        var now = _time.GetUtcNow();
        var latest = now + LongestSleep;
        var wake = _queue.TryPeek(out _, out var next) && next < latest ? next : latest;

        // Rounded up, or a timer that wakes a little early would wake again and again.
        var milliseconds = Math.Max(0, Math.Ceiling((wake - now).TotalMilliseconds));
        _alarm.Change(TimeSpan.FromMilliseconds(milliseconds), Timeout.InfiniteTimeSpan);

        // The clock may have moved on between being read and the alarm being set.
        if (wake <= _time.GetUtcNow())
            ThreadPool.UnsafeQueueUserWorkItem(static queue => queue.Tick(), this, preferLocal: false);
    }
}
