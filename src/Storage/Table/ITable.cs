namespace Nots.Storage.Table;

/// <summary>
/// The single table, in DynamoDB's terms and within DynamoDB's limits: items up to 400 KB, transactions of up to 100 writes to
/// different items. A condition that does not hold is an outcome; a table that cannot answer is an exception. Whatever DynamoDB
/// would refuse of a request (keys, sizes, positions, an item named twice) is an <see cref="ArgumentException"/> in every store,
/// before anything is changed. Cancelling withdraws a write that has not begun; one that has begun tells its outcome all the same.
/// </summary>
public interface ITable
{
    /// <exception cref="TableUnavailableException">The table did not answer within its deadline.</exception>
    Task<TableItem?> GetAsync(TableKey key, Consistency consistency, CancellationToken cancellationToken);

    /// <summary>Those of the items that exist, in no particular order; at most 100 different keys.</summary>
    /// <exception cref="TableUnavailableException">The table did not answer within its deadline.</exception>
    Task<IReadOnlyList<TableItem>> BatchGetAsync(IReadOnlyCollection<TableKey> keys, Consistency consistency, CancellationToken cancellationToken);

    /// <summary>
    /// The items as they were at one moment, in the order of the keys; null where there is none; at most 100 different keys and 4 MB.
    /// </summary>
    /// <exception cref="TableUnavailableException">The table did not answer within its deadline.</exception>
    Task<IReadOnlyList<TableItem?>> TransactGetAsync(IReadOnlyList<TableKey> keys, CancellationToken cancellationToken);

    /// <exception cref="ArgumentException">Among others: the position is from another index, partition or range.</exception>
    /// <exception cref="TableUnavailableException">The table did not answer within its deadline.</exception>
    Task<TablePage> QueryAsync(TableQuery query, CancellationToken cancellationToken);

    /// <summary>One write, if its condition holds.</summary>
    /// <exception cref="TableItemTooLargeException">The item is over 400 KB.</exception>
    /// <exception cref="TableUnavailableException">The table did not take it in time, or failed while it wrote: it may have happened.</exception>
    Task<WriteOutcome> WriteAsync(TableWrite write, CancellationToken cancellationToken);

    /// <summary>All writes, or none.</summary>
    /// <exception cref="ArgumentException">No write or more than 100, two of the same item, or over 4 MB.</exception>
    /// <exception cref="TableItemTooLargeException">An item is over 400 KB.</exception>
    /// <exception cref="TableUnavailableException">The table did not take it in time, or failed while it wrote: it may have happened.</exception>
    Task<WriteOutcome> TransactWriteAsync(IReadOnlyList<TableWrite> writes, CancellationToken cancellationToken);

    /// <summary>Puts and deletes of different items, without conditions, not atomic, any number; returns when all are done.</summary>
    /// <exception cref="TableItemTooLargeException">An item is over 400 KB; nothing was written.</exception>
    /// <exception cref="TableUnavailableException">The table did not answer in time; some may have been written.</exception>
    Task BatchWriteAsync(IReadOnlyList<TableWrite> writes, CancellationToken cancellationToken);
}
