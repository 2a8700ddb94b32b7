namespace Nots.LocalHost.Tests.Crash;

/// <summary>Counts the steps that all bookings have taken, for whoever waits for some of them.</summary>
internal sealed class StepCount
{
    private readonly Lock _gate = new();
    private readonly PriorityQueue<TaskCompletionSource, int> _waiting = new();
    private int _taken;

    public int Taken
    {
        get
        {
            lock (_gate)
                return _taken;
        }
    }

    public void Take() => Move(to: null);

    /// <summary>No more steps come: nobody waits any longer.</summary>
    public void End() => Move(int.MaxValue);

    public Task ReachAsync(int steps)
    {
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            if (_taken >= steps)
                return Task.CompletedTask;
            _waiting.Enqueue(reached, steps);
        }
        return reached.Task;
    }

    private void Move(int? to)
    {
        lock (_gate)
        {
            _taken = to ?? (_taken == int.MaxValue ? _taken : _taken + 1);
            while (_waiting.TryPeek(out var reached, out var steps) && steps <= _taken)
            {
                _waiting.Dequeue();
                reached.SetResult();
            }
        }
    }
}
