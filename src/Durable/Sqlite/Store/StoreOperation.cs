namespace Nots.Durable.Sqlite.Store;

/// <summary>A change of the store. It may be applied twice, the second time in a transaction of its own: it keeps nothing of the first.</summary>
internal abstract class StoreOperation
{
    public abstract void Apply(StoreWriter store, CommitEffects effects);

    public abstract void Succeed();

    public abstract void Fail(Exception fault);
}

internal abstract class StoreOperation<TResult> : StoreOperation
{
    private readonly TaskCompletionSource<TResult> _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TResult _result = default!;

    public Task<TResult> Task => _completion.Task;

    public sealed override void Apply(StoreWriter store, CommitEffects effects) => _result = Run(store, effects);

    public sealed override void Succeed() => _completion.TrySetResult(_result);

    public sealed override void Fail(Exception fault) => _completion.TrySetException(fault);

    protected abstract TResult Run(StoreWriter store, CommitEffects effects);
}
