using System.Diagnostics;

namespace Nots.Durable.Store;

/// <summary>An operation that waits for its commit, and who waits for it.</summary>
internal abstract class PendingCommit
{
    /// <summary>The span in which it was asked for; what follows from it goes on in its trace.</summary>
    public ActivityContext Cause { get; } = Activity.Current?.Context ?? default;

    public abstract void Apply(StoreWriter store, CommitEffects effects);

    public abstract void Succeed();

    public abstract void Fail(Exception fault);
}

internal sealed class PendingCommit<TResult>(
    IStoreOperation<TResult> operation, Action<TResult> committed, Action<Exception> failed) : PendingCommit
{
    private TResult _result = default!;

    public override void Apply(StoreWriter store, CommitEffects effects) => _result = operation.Apply(store, effects);

    public override void Succeed() => committed(_result);

    public override void Fail(Exception fault) => failed(fault);
}
