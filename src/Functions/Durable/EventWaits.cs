using Microsoft.DurableTask;

namespace Nots.Functions.Durable;

/// <summary>
/// Hands events to those who wait, first come first served. Durable Task gives an event to the latest waiter, one that was
/// cancelled included, and the event is lost with it; so of each name one wait of Durable Task's is open at most, and who gets
/// its event is decided here.
/// </summary>
internal sealed class EventWaits(TaskOrchestrationContext context)
{
    private readonly Dictionary<string, Line> _lines = new(StringComparer.OrdinalIgnoreCase);

    public Task<TEvent> WaitAsync<TEvent>(string eventName, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
            return Task.FromCanceled<TEvent>(cancellationToken);
        if (!_lines.TryGetValue(eventName, out var line))
            _lines.Add(eventName, line = new Line<TEvent>(context, eventName));
        return line is Line<TEvent> typed
            ? typed.WaitAsync(cancellationToken)
            : throw new ArgumentException($"The events '{eventName}' were waited for as another type before.", nameof(eventName));
    }

    /// <summary>Events that were taken for a waiter who had given up go to the next execution.</summary>
    public void GiveBack()
    {
        foreach (var line in _lines.Values)
            line.GiveBack();
    }

    private abstract class Line
    {
        public abstract void GiveBack();
    }

    private sealed class Line<TEvent>(TaskOrchestrationContext context, string eventName) : Line
    {
        // Their continuations run at once, on the orchestrator's own thread: without that there would be no order of theirs to replay.
        private readonly LinkedList<TaskCompletionSource<TEvent>> _waiters = [];
        private readonly Queue<Task<TEvent>> _unclaimed = new();
        private bool _open;

        public Task<TEvent> WaitAsync(CancellationToken cancellationToken)
        {
            if (_unclaimed.TryDequeue(out var early))
                return early;
            var waiter = new TaskCompletionSource<TEvent>();
            _waiters.AddLast(waiter);
            cancellationToken.Register(() =>
            {
                _waiters.Remove(waiter);
                waiter.TrySetCanceled(cancellationToken);
            });
            Open();
            return waiter.Task;
        }

        public override void GiveBack()
        {
            while (_unclaimed.TryDequeue(out var unclaimed))
                context.SendEvent(context.InstanceId, eventName, unclaimed.Result!);
        }

        private void Open()
        {
            if (!_open && _waiters.Count > 0)
                _ = TakeAsync();
        }

        private async Task TakeAsync()
        {
            _open = true;
            var taken = context.WaitForExternalEvent<TEvent>(eventName);
            await Task.WhenAny(taken);
            _open = false;
            Give(taken);
            Open();
        }

        private void Give(Task<TEvent> taken)
        {
            if (_waiters.First is not { } first)
            {
                _unclaimed.Enqueue(taken);
                return;
            }
            _waiters.RemoveFirst();
            if (taken.IsFaulted)
                first.Value.TrySetException(taken.Exception.InnerExceptions);
            else
                first.Value.TrySetResult(taken.Result);
        }
    }
}
