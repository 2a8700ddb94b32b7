using Nots.StripeSimulator.Store;

namespace Nots.StripeSimulator.Webhooks;

/// <summary>Deliveries in the order in which they are due; those due at once in the order of their events.</summary>
internal sealed class DueQueue(TimeProvider time)
{
    private readonly Lock _lock = new();
    private readonly PriorityQueue<PendingDelivery, (long Due, long Event)> _queue = new();
    private TaskCompletionSource _changed = New();

    public void Add(PendingDelivery delivery)
    {
        lock (_lock)
        {
            _queue.Enqueue(delivery, (delivery.DueMilliseconds, delivery.Event));
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
            TimeSpan? wait = null;
            lock (_lock)
            {
                if (_queue.TryPeek(out var next, out _))
                {
                    wait = TimeSpan.FromMilliseconds(next.DueMilliseconds - time.GetUtcNow().ToUnixTimeMilliseconds());
                    if (wait <= TimeSpan.Zero)
                        return _queue.Dequeue();
                }

                _changed = New();
                changed = _changed.Task;
            }

            await WaitAsync(changed, wait, cancellationToken);
        }
    }

    private async Task WaitAsync(Task changed, TimeSpan? wait, CancellationToken cancellationToken)
    {
        if (wait is null)
        {
            await changed.WaitAsync(cancellationToken);
            return;
        }

        try
        {
            await changed.WaitAsync(wait.Value, time, cancellationToken);
        }
        catch (TimeoutException)
        {
            // The first in line is due.
        }
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
