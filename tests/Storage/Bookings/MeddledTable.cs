using Nots.Storage.Table;

namespace Nots.Storage.Tests.Bookings;

/// <summary>A table in which somebody writes before each query is answered, those of one page among them.</summary>
internal sealed class MeddledTable(ITable table) : ITable, IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>What is written before the next query; not asked while its own writes go on.</summary>
    public Func<Task> Meddle { get; set; } = () => Task.CompletedTask;

    public async Task<TablePage> QueryAsync(TableQuery query, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            await Meddle();
            return await table.QueryAsync(query, cancellationToken);
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    public Task<TableItem?> GetAsync(TableKey key, Consistency consistency, CancellationToken cancellationToken) =>
        table.GetAsync(key, consistency, cancellationToken);

    public Task<IReadOnlyList<TableItem>> BatchGetAsync(IReadOnlyCollection<TableKey> keys, Consistency consistency, CancellationToken cancellationToken) =>
        table.BatchGetAsync(keys, consistency, cancellationToken);

    public Task<IReadOnlyList<TableItem?>> TransactGetAsync(IReadOnlyList<TableKey> keys, CancellationToken cancellationToken) =>
        table.TransactGetAsync(keys, cancellationToken);

    public Task<WriteOutcome> WriteAsync(TableWrite write, CancellationToken cancellationToken) => table.WriteAsync(write, cancellationToken);

    public Task<WriteOutcome> TransactWriteAsync(IReadOnlyList<TableWrite> writes, CancellationToken cancellationToken) =>
        table.TransactWriteAsync(writes, cancellationToken);

    public Task BatchWriteAsync(IReadOnlyList<TableWrite> writes, CancellationToken cancellationToken) => table.BatchWriteAsync(writes, cancellationToken);
}
