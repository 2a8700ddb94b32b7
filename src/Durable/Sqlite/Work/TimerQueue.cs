using Microsoft.Extensions.Logging;
using Nots.Durable.Sqlite.Store;

namespace Nots.Durable.Sqlite.Work;

/// <summary>
/// Delivers messages when they become visible: timers, scheduled starts. Only those due soon are in memory; the store has the others, and is
/// asked again before they are due. Due times are of the wall clock: when that is set back, they are waited for again.
/// </summary>
internal sealed class TimerQueue : IDisposable
{
    private static readonly TimeSpan Lookahead = TimeSpan.FromHours(1);

    /// <summary>A clock that is set forward is noticed within this time.</summary>
    private static readonly TimeSpan LongestSleep = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();
    private readonly HashSet<long> _open = [];
    private readonly PriorityQueue<DelayedMessage, DateTimeOffset> _queue = new();
    private readonly ReaderPool _readers;
    private readonly TimeProvider _time;
    private readonly Action<StoredMessage> _deliver;
    private readonly ILogger _logger;
    private readonly ITimer _alarm;
    private DateTimeOffset _loadedTo = DateTimeOffset.MinValue;
    private bool _isStopped;

    public TimerQueue(ReaderPool readers, TimeProvider time, Action<StoredMessage> deliver, ILogger logger)
    {
        _readers = readers;
        _time = time;
        _deliver = deliver;
        _logger = logger;
        _alarm = time.CreateTimer(_ => Tick(), state: null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public void Start() => Tick();

    /// <summary>A message that was committed just now.</summary>
    public void Add(DelayedMessage message)
    {
        lock (_gate)
        {
            if (message.VisibleAt >= _loadedTo || _isStopped)
                return;
            Enqueue(message);
            if (ReferenceEquals(_queue.Peek(), message))
                SetAlarm();
        }
    }

    public void Dispose()
    {
        lock (_gate)
            _isStopped = true;
        _alarm.Dispose();
    }

    private void Tick()
    {
        List<StoredMessage> due = [];
        try
        {
            LoadAhead();
        }
        catch (Exception fault)
        {
            // An exception here would end the process; the store is asked again at the next tick.
            _logger.LogError("Timers could not be loaded: {Error}", fault.GetType().Name);
        }

        lock (_gate)
        {
            if (_isStopped)
                return;
            TakeDue(due);
            SetAlarm();
        }

        foreach (var message in due)
            _deliver(message);
    }

    private void LoadAhead()
    {
        DateTimeOffset from;
        DateTimeOffset to;
        lock (_gate)
        {
            var now = _time.GetUtcNow();
            if (_isStopped || now + (Lookahead / 2) < _loadedTo)
                return;
            (from, to) = (_loadedTo, now + Lookahead);

            // From here on, new timers up to the new limit add themselves; those before are committed, and found below.
            _loadedTo = to;
        }

        try
        {
            var found = _readers.Read(reader => reader.Due(from, to));
            lock (_gate)
                found.ForEach(Enqueue);
        }
        catch (Exception)
        {
            lock (_gate)
                _loadedTo = from;
            throw;
        }
    }

    private void TakeDue(List<StoredMessage> due)
    {
        var now = _time.GetUtcNow();
        while (_queue.TryPeek(out var delayed, out var visibleAt) && visibleAt <= now)
        {
            _queue.Dequeue();
            _open.Remove(delayed.Message.Position);
            delayed.Message.Event.Timestamp = now.UtcDateTime;
            due.Add(delayed.Message);
        }
    }

    private void Enqueue(DelayedMessage message)
    {
        if (_open.Add(message.Message.Position))
            _queue.Enqueue(message, message.VisibleAt);
    }

    private void SetAlarm()
    {
        if (_isStopped)
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
