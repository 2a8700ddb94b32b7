using Nots.Storage.Table;

namespace Nots.Storage.Transfer;

/// <summary>
/// Writes whole items into a table as they were elsewhere, for the operations tool. What a store refuses for reasons of its own (no such
/// table, no right to it) is its client's exception.
/// </summary>
public interface ITableLoad : IAsyncDisposable
{
    /// <summary>Whether the table has no item at all.</summary>
    /// <exception cref="TableUnavailableException">The store did not answer.</exception>
    Task<bool> IsEmptyAsync(CancellationToken cancellationToken);

    /// <summary>Those of the items that are there, strongly consistent; at most 100 different keys.</summary>
    /// <exception cref="TableUnavailableException">The store did not answer.</exception>
    Task<IReadOnlyList<RawItem>> GetAsync(IReadOnlyCollection<TableKey> keys, CancellationToken cancellationToken);

    /// <summary>Puts an item in place of whatever is there, if the condition holds; says whether it did.</summary>
    /// <exception cref="TableUnavailableException">The store did not take it in time: it may have happened.</exception>
    Task<bool> PutAsync(RawItem item, TableCondition condition, CancellationToken cancellationToken);
}
