namespace Nots.Durable.Store;

/// <summary>One atomic change of the store. It may be applied again when the transaction that held it was rolled back.</summary>
internal interface IStoreOperation<TResult>
{
    TResult Apply(StoreWriter store, CommitEffects effects);
}
