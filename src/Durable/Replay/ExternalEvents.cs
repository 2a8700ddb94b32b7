using Nots.Durable.History;

namespace Nots.Durable.Replay;

/// <summary>The external events that nobody has read yet, and the waits that no event has ended yet. Names have no case.</summary>
internal sealed class ExternalEvents
{
    private readonly List<UnreadEvent> _unread = [];
    private readonly List<EventWait> _waits = [];

    public IReadOnlyList<UnreadEvent> Unread => _unread;

    public bool AnyWait => _waits.Count > 0;

    public void Keep(IEnumerable<UnreadEvent> events) => _unread.AddRange(events);

    /// <summary>Ends the oldest wait for this name, or keeps the event until there is one.</summary>
    public void Raise(string name, string? payload)
    {
        var index = _waits.FindIndex(wait => IsSame(wait.Name, name));
        if (index < 0)
        {
            _unread.Add(new UnreadEvent(name, payload));
            return;
        }

        var wait = _waits[index];
        _waits.RemoveAt(index);
        wait.Complete(payload);
    }

    /// <summary>The oldest unread event of this name, or else the next one to be raised.</summary>
    /// <param name="name">Of the event.</param>
    /// <param name="mayCancel">Asked when the token is cancelled: whether it was the orchestrator who did.</param>
    /// <param name="token">Stops waiting.</param>
    public Task<string?> NextAsync(string name, Func<bool> mayCancel, CancellationToken token)
    {
        if (token.IsCancellationRequested)
            return Task.FromCanceled<string?>(token);
        var index = _unread.FindIndex(unread => IsSame(unread.Name, name));
        if (index >= 0)
        {
            var payload = _unread[index].Payload;
            _unread.RemoveAt(index);
            return Task.FromResult(payload);
        }

        var wait = new EventWait(name);
        _waits.Add(wait);
        wait.CancelWith(() => mayCancel() && _waits.Remove(wait), token);
        return wait.Payload;
    }

    private static bool IsSame(string one, string other) => StringComparer.OrdinalIgnoreCase.Equals(one, other);
}
