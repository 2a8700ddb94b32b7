namespace Nots.Cli.Data;

/// <summary>What became of items on their way into a table.</summary>
internal sealed class LoadCounts
{
    private long _written;
    private long _alreadyThere;
    private long _kept;
    private long _expired;

    /// <summary>Written now.</summary>
    public long Written => _written;

    /// <summary>Were there as they are, and cost no write.</summary>
    public long AlreadyThere => _alreadyThere;

    /// <summary>The table has a newer one, which stays.</summary>
    public long NewerKept => _kept;

    /// <summary>Had expired, and were not written.</summary>
    public long Expired => _expired;

    public void CountWritten() => Interlocked.Increment(ref _written);

    public void CountAlreadyThere() => Interlocked.Increment(ref _alreadyThere);

    public void CountKept() => Interlocked.Increment(ref _kept);

    public void CountExpired() => Interlocked.Increment(ref _expired);
}
