using Microsoft.Extensions.Logging;
using Nots.Durable.History;
using Nots.Durable.Store;

namespace Nots.Durable.Runtime;

/// <summary>Runs activities that are committed: in order, a bounded number at once.</summary>
internal sealed class ActivityDispatcher(int maxRunning, ActivityRunner runner, Action<long, InstanceMessage> deliver, ILogger logger)
    : IDisposable
{
    private readonly Lock _gate = new();
    private readonly Dictionary<TaskKey, CancellationTokenSource> _running = [];
    private readonly CancellationTokenSource _stopping = new();
    private readonly TaskCompletionSource _idle = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Queue<ActivityTask> _queue = new();
    private bool _stopped;

    /// <summary>How many activities wait or run.</summary>
    public int Backlog
    {
        get
        {
            lock (_gate)
                return _queue.Count + _running.Count;
        }
    }

    public void Dispatch(ActivityTask task)
    {
        lock (_gate)
        {
            _queue.Enqueue(task);
            Pump();
        }
    }

    /// <summary>Drops what waits of this instance, and cancels what runs.</summary>
    public void Abandon(long instance)
    {
        List<CancellationTokenSource> running;
        lock (_gate)
        {
            _queue = new Queue<ActivityTask>(_queue.Where(task => task.Key.Instance != instance));
            running = [.. _running.Where(entry => entry.Key.Instance == instance).Select(entry => entry.Value)];
        }

        foreach (var cancellation in running)
            _ = cancellation.CancelAsync();
    }

    /// <summary>Starts no more activities; they stay in the store.</summary>
    /// <returns>Ends when none runs.</returns>
    public Task StopAsync()
    {
        lock (_gate)
        {
            _stopped = true;
            _queue.Clear();
            SignalIfIdle();
            return _idle.Task;
        }
    }

    /// <summary>Tells those that still run to end. They will run again.</summary>
    public Task CancelRunningAsync() => _stopping.CancelAsync();

    public void Dispose() => _stopping.Dispose();

    private void Pump()
    {
        while (!_stopped && _running.Count < maxRunning && _queue.TryDequeue(out var task))
        {
            var cancellation = CancellationTokenSource.CreateLinkedTokenSource(_stopping.Token);
            if (!_running.TryAdd(task.Key, cancellation))
            {
                cancellation.Dispose();
                continue;
            }

            ThreadPool.UnsafeQueueUserWorkItem(static state => _ = state.Dispatcher.RunAsync(state.Task, state.Cancellation),
                (Dispatcher: this, Task: task, Cancellation: cancellation), preferLocal: false);
        }
    }

    private async Task RunAsync(ActivityTask task, CancellationTokenSource cancellation)
    {
        TaskOutcomeEvent? outcome = null;
        try
        {
            outcome = await runner.RunAsync(task, cancellation.Token);
        }
        catch (Exception fault)
        {
            // The store failed, or the engine stopped. The activity stays open and runs again after a restart.
            logger.LogError(fault, "Activity {Activity} could not be started", task.Name);
        }

        if (outcome is not null)
            deliver(task.Key.Instance, new InstanceMessage(outcome, task.Key.Execution));
        lock (_gate)
        {
            _running.Remove(task.Key);
            cancellation.Dispose();
            Pump();
            SignalIfIdle();
        }
    }

    private void SignalIfIdle()
    {
        if (_stopped && _running.Count == 0)
            _idle.TrySetResult();
    }
}
