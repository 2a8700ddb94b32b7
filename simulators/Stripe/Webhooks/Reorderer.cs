using Nots.StripeSimulator.Store;

namespace Nots.StripeSimulator.Webhooks;

/// <summary>Holds events until a window is full, or a second has passed, and gives them back last one first.</summary>
internal sealed class Reorderer(TimeProvider time)
{
    private static readonly TimeSpan MaxHold = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private readonly List<PendingDelivery> _held = [];
    private ITimer? _timer;

    public void Hold(PendingDelivery delivery, int window, Action<IReadOnlyList<PendingDelivery>> release)
    {
        bool full;
        lock (_lock)
        {
            _held.Add(delivery);
            full = _held.Count >= window;
            if (_held.Count == 1)
                _timer = time.CreateTimer(_ => Release(release), null, MaxHold, Timeout.InfiniteTimeSpan);
        }

        if (full)
            Release(release);
    }

    public void Clear()
    {
        lock (_lock)
            TakeHeld();
    }

    private void Release(Action<IReadOnlyList<PendingDelivery>> release)
    {
        List<PendingDelivery> turned;
        lock (_lock)
            turned = TakeHeld();
        turned.Reverse();
        if (turned.Count > 0)
            release(turned);
    }

    private List<PendingDelivery> TakeHeld()
    {
        _timer?.Dispose();
        _timer = null;
        List<PendingDelivery> held = [.. _held];
        _held.Clear();
        return held;
    }
}
