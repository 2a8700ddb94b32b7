namespace Nots.Storage.Table;

/// <summary>
/// The single table, in DynamoDB's terms and within DynamoDB's limits: items up to 400 KB, transactions of up to 100 writes to
/// different items. A condition that does not hold is an outcome; a table that cannot answer is an exception.
/// </summary>
public interface ITable
{
    /// <exception cref="TableUnavailableException">The table did not answer within its deadline.</exception>
    Task<TableItem?> GetAsync(TableKey key, Consistency consistency, CancellationToken cancellationToken);

    /// <summary>Those of the items that exist, in no particular order; at most 100 keys.</summary>
    Task<IReadOnlyList<TableItem>> BatchGetAsync(IReadOnlyCollection<TableKey> keys, Consistency consistency, CancellationToken cancellationToken);

    /// <summary>The items as they were at one moment, in the order of the keys; null where there is none; at most 100 keys.</summary>
    Task<IReadOnlyList<TableItem?>> TransactGetAsync(IReadOnlyList<TableKey> keys, CancellationToken cancellationToken);

    Task<TablePage> QueryAsync(TableQuery query, CancellationToken cancellationToken);

    /// <summary>One write, if its condition holds.</summary>
    /// <exception cref="TableItemTooLargeException">The item is over 400 KB.</exception>
    Task<WriteOutcome> WriteAsync(TableWrite write, CancellationToken cancellationToken);

    /// <summary>All writes, or none.</summary>
    /// <exception cref="ArgumentException">More than 100 writes, or two of the same item.</exception>
    Task<WriteOutcome> TransactWriteAsync(IReadOnlyList<TableWrite> writes, CancellationToken cancellationToken);

    /// <summary>Puts and deletes without conditions, not atomic, any number; returns when all are done.</summary>
    Task BatchWriteAsync(IReadOnlyList<TableWrite> writes, CancellationToken cancellationToken);
}
