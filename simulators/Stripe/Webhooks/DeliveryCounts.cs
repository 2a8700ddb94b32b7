namespace Nots.StripeSimulator.Webhooks;

/// <summary>What became of deliveries since the start.</summary>
internal sealed class DeliveryCounts
{
    private long _delivered;
    private long _failed;
    private long _dropped;
    private long _givenUp;

    public long Delivered => Interlocked.Read(ref _delivered);

    /// <summary>Tries, not events.</summary>
    public long Failed => Interlocked.Read(ref _failed);

    public long Dropped => Interlocked.Read(ref _dropped);

    public long GivenUp => Interlocked.Read(ref _givenUp);

    public void CountDelivered() => Interlocked.Increment(ref _delivered);

    public void CountFailed() => Interlocked.Increment(ref _failed);

    public void CountDropped() => Interlocked.Increment(ref _dropped);

    public void CountGivenUp() => Interlocked.Increment(ref _givenUp);
}
