namespace Nots.Durable.Replay;

/// <summary>
/// Runs an orchestrator's continuations one at a time, in order, on whichever thread delivers an event. A continuation that
/// arrives from anywhere else shows that the orchestrator awaited a task that is not its context's.
/// </summary>
internal sealed class OrchestratorScheduler(Action<string> violated) : SynchronizationContext
{
    private readonly Queue<(SendOrPostCallback Callback, object? State)> _ready = new();
    private volatile int _thread;

    /// <summary>Whether the calling code is the orchestrator's, on its own scheduler.</summary>
    public bool IsCurrent => _thread == Environment.CurrentManagedThreadId && Current == this;

    /// <summary>Runs the action and then all that it made ready.</summary>
    public void Run(Action action)
    {
        var outer = Current;
        _thread = Environment.CurrentManagedThreadId;
        SetSynchronizationContext(this);
        try
        {
            action();
            while (_ready.TryDequeue(out var next))
                Invoke(next.Callback, next.State);
        }
        finally
        {
            SetSynchronizationContext(outer);
            _thread = 0;
        }
    }

    public override void Post(SendOrPostCallback d, object? state)
    {
        if (_thread == Environment.CurrentManagedThreadId)
            _ready.Enqueue((d, state));
        else
            violated("the orchestrator awaited a task that is not one of its context's");
    }

    public override void Send(SendOrPostCallback d, object? state) =>
        throw new NotSupportedException("An orchestrator's code runs on its own scheduler only.");

    public override SynchronizationContext CreateCopy() => this;

    private void Invoke(SendOrPostCallback callback, object? state)
    {
        try
        {
            callback(state);
        }
        catch (Exception fault)
        {
            violated($"an async void method of the orchestrator failed with {fault.GetType().Name}");
        }
    }
}
