using Nots.StripeSimulator.Store;

namespace Nots.StripeSimulator.Webhooks;

/// <summary>
/// Deliveries in the order in which they are due; those due at once in the order of their events. It goes by elapsed time, so
/// that setting the clock neither holds nor hurries anything.
/// </summary>
internal sealed class DueQueue(TimeProvider time)
{
    private readonly Lock _lock = new();
    private readonly long _start = time.GetTimestamp();
    private readonly PriorityQueue<PendingDelivery, (TimeSpan Due, long Event)> _queue = new();
    private TaskCompletionSource _changed = New();

    private TimeSpan Elapsed => time.GetElapsedTime(_start);

    public void Add(PendingDelivery delivery, TimeSpan wait = default)
    {
        lock (_lock)
        {
            _queue.Enqueue(delivery, (Elapsed + wait, delivery.Event));
            _changed.TrySetResult();
        }
    }

    public void Clear()
    {
        lock (_lock)
            _queue.Clear();
    }

    /// <summary>The next delivery, once it is due.</summary>
    public async Task<PendingDelivery> TakeAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            Task changed;
            var wait = Timeout.InfiniteTimeSpan;
            lock (_lock)
            {
                if (_queue.TryPeek(out _, out var next))
                {
                    wait = next.Due - Elapsed;
                    if (wait <= TimeSpan.Zero)
                        return _queue.Dequeue();
                }

                _changed = New();
                changed = _changed.Task;
            }

            await WaitAsync(changed, wait, cancellationToken);
        }
    }

    private async Task WaitAsync(Task changed, TimeSpan wait, CancellationToken cancellationToken)
    {
        try
        {
            await changed.WaitAsync(wait, time, cancellationToken);
        }
        catch (TimeoutException)
        {
            // The first in line is due.
        }
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
