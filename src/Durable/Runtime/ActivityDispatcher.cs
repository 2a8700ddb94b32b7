using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Nots.Durable.Store;

namespace Nots.Durable.Runtime;

/// <summary>Runs activities that are committed: in order, a bounded number at once.</summary>
internal sealed class ActivityDispatcher(
    int maxRunning, ActivityRunner runner, Action<long, InstanceMessage, ActivityContext> deliver, TimeProvider time, ILogger logger) : IDisposable
{
    private static readonly TimeSpan RetryDelay = TimeSpan.FromSeconds(1);

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
        try
        {
            if (await runner.RunAsync(task, cancellation.Token) is { } outcome)
                deliver(task.Key.Instance, new InstanceMessage(outcome, task.Key.Execution), task.Cause);
        }
        catch (EngineStoppedException)
        {
            logger.LogInformation("Activity {Activity} was not started; it waits for the engine's next start", task.Name);
        }
        catch (Exception fault)
        {
            // The store is at fault: the activity itself cannot throw here.
            logger.LogError(fault, "Activity {Activity} could not be started and is tried again", task.Name);
            _ = DispatchLaterAsync(task);
        }

        lock (_gate)
        {
            _running.Remove(task.Key);
            cancellation.Dispose();
            Pump();
            SignalIfIdle();
        }
    }

    private async Task DispatchLaterAsync(ActivityTask task)
    {
        await Task.Delay(RetryDelay, time);
        Dispatch(task);
    }

    private void SignalIfIdle()
    {
        if (_stopped && _running.Count == 0)
            _idle.TrySetResult();
    }
}
