namespace Nots.Storage.Sqlite;

/// <summary>
/// A request on its way through the writer. It is queued, then either taken by the writer, after which its caller always learns
/// how it ended, or withdrawn by its caller, after which the writer never touches it.
/// </summary>
internal abstract class WriterWork
{
    private const int Queued = 0;
    private const int Taken = 1;
    private const int Withdrawn = 2;
    private int _state;

    /// <summary>How many items it writes.</summary>
    public required int Weight { get; init; }

    public bool TryTake() => Interlocked.CompareExchange(ref _state, Taken, Queued) == Queued;

    public bool TryWithdraw() => Interlocked.CompareExchange(ref _state, Withdrawn, Queued) == Queued;

    /// <summary>Does the work within the writer's transaction.</summary>
    public abstract void Execute(WriteSession session);

    /// <summary>The transaction is committed: hands the caller what <see cref="Execute"/> came to.</summary>
    public abstract void Complete();

    public abstract void Fail(Exception exception);
}
