namespace Nots.Durable.Sqlite.Work;

/// <summary>Those who wait for an instance to end.</summary>
internal sealed class CompletionWaiters
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, List<TaskCompletionSource>> _waiting = new(StringComparer.Ordinal);

    public TaskCompletionSource Add(string instanceId)
    {
        var waiter = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            if (!_waiting.TryGetValue(instanceId, out var waiters))
                _waiting[instanceId] = waiters = [];
            waiters.Add(waiter);
        }

        return waiter;
    }

    public void Remove(string instanceId, TaskCompletionSource waiter)
    {
        lock (_gate)
        {
            if (_waiting.TryGetValue(instanceId, out var waiters) && waiters.Remove(waiter) && waiters.Count == 0)
                _waiting.Remove(instanceId);
        }
    }

    public void Notify(string instanceId)
    {
        lock (_gate)
        {
            if (_waiting.Remove(instanceId, out var waiters))
                waiters.ForEach(static waiter => waiter.TrySetResult());
        }
    }

    public void FailAll()
    {
        lock (_gate)
        {
            foreach (var waiter in _waiting.Values.SelectMany(waiters => waiters))
                waiter.TrySetException(new BackendStoppedException());
            _waiting.Clear();
        }
    }
}
