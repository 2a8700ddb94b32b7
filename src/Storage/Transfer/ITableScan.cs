using Nots.Storage.Table;

namespace Nots.Storage.Transfer;

/// <summary>
/// Reads a whole table, item by item, for the operations tool. It stands beside <see cref="ITable"/> and not in it: no request may
/// scan. What it reads is not a snapshot: an item that changes meanwhile is read as it was before or after, and one that is
/// written where the scan has passed is not read. Expired items that the store still has are among the rest.
/// </summary>
public interface ITableScan : IAsyncDisposable
{
    /// <summary>Parts that can be read side by side, and again later: as many as asked for, or fewer where the table is small.</summary>
    /// <exception cref="TableUnavailableException">The store did not answer.</exception>
    Task<ScanPlan> PlanAsync(int segments, CancellationToken cancellationToken);

    /// <summary>The next items of a segment, some 1 MB of them; there may be none though more follow.</summary>
    /// <param name="segment">One of a plan's, however long ago that was made.</param>
    /// <param name="after">Where the page before ended; null for the first one.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <exception cref="RawItemException">An item lacks a key.</exception>
    /// <exception cref="TableUnavailableException">The store did not answer.</exception>
    Task<ScanPage> ScanAsync(ScanSegment segment, TableKey? after, CancellationToken cancellationToken);
}
