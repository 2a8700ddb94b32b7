namespace Nots.Durable.Replay;

/// <summary>One wait for an external event.</summary>
internal sealed class EventWait(string name)
{
    private readonly TaskCompletionSource<string?> _completion = new();
    private CancellationTokenRegistration _cancellation;

    public string Name { get; } = name;

    public Task<string?> Payload => _completion.Task;

    public void Complete(string? payload)
    {
        _cancellation.Dispose();
        _completion.TrySetResult(payload);
    }

    /// <param name="leave">Takes the wait out of the queue; false if it may not be cancelled.</param>
    /// <param name="token">When it is cancelled, the wait is.</param>
    public void CancelWith(Func<bool> leave, CancellationToken token) => _cancellation = token.Register(() =>
    {
        if (leave())
            _completion.TrySetCanceled(token);
    });
}
