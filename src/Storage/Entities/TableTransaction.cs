using Nots.Application.Storage;
using Nots.Domain.Common;
using Nots.Storage.Table;

namespace Nots.Storage.Entities;

/// <summary>Collects writes of entities and commits them as one transaction of the table.</summary>
internal sealed class TableTransaction(ITable table, DateTimeOffset now) : ITransaction
{
    private readonly List<(Entity Entity, TableWrite Write)> _writes = [];
    private readonly DateTimeOffset _now = DateTimeOffset.FromUnixTimeSeconds(now.ToUnixTimeSeconds());

    public T Add<T>(T entity)
        where T : Entity => Put(entity with { Version = 1, CreatedAt = _now, UpdatedAt = _now }, TableCondition.NotExists);

    public T Update<T>(T entity)
        where T : Entity => Put(entity with { Version = entity.Version + 1, UpdatedAt = _now }, TableCondition.VersionIs(entity.Version));

    public T Put<T>(T entity)
        where T : Entity => Put(
            entity with
            {
                Version = Math.Max(1, entity.Version),
                CreatedAt = entity.CreatedAt == default ? _now : entity.CreatedAt,
                UpdatedAt = _now,
            },
            TableCondition.None);

    public void Remove<T>(T entity)
        where T : Entity => _writes.Add((entity, new TableWrite.Delete(TableDesign.For(entity).KeyOf(entity), TableCondition.None)));

    public async Task<CommitOutcome> CommitAsync(CancellationToken cancellationToken)
    {
        try
        {
            var outcome = _writes.Count switch
            {
                0 => WriteOutcome.Done,
                1 => await table.WriteAsync(_writes[0].Write, cancellationToken),
                _ => await table.TransactWriteAsync([.. _writes.Select(pair => pair.Write)], cancellationToken),
            };
            return outcome.Committed
                ? CommitOutcome.Done
                : new CommitOutcome([.. outcome.Failures.Select(failure => _writes[failure.Index].Entity)]);
        }
        catch (TableUnavailableException exception)
        {
            throw new StorageUnavailableException(exception.Message, exception);
        }
    }

    private T Put<T>(T stored, TableCondition condition)
        where T : Entity
    {
        _writes.Add((stored, new TableWrite.Put(TableDesign.For(stored).ToItem(stored), condition)));
        return stored;
    }
}
