using System.Text.Json;
using Nots.Application.Storage;
using Nots.Domain.Common;
using Nots.Storage.Table;

namespace Nots.Storage.Entities;

/// <summary>Reads entities from the table.</summary>
internal sealed class EntityReader(ITable table)
{
    /// <summary>As last written. An id from outside that can be no key stands for nothing.</summary>
    public async Task<T?> GetAsync<T>(TableKey key, CancellationToken cancellationToken)
        where T : Entity
    {
        if (!TableKeys.IsPossible(key))
            return null;
        var item = await AskAsync(() => table.GetAsync(key, Consistency.Strong, cancellationToken));
        return item is null ? null : ToEntity<T>(item);
    }

    /// <summary>Those of some items that there are, as last written, in one request; at most 100.</summary>
    public async Task<IReadOnlyList<TableItem>> GetTogetherAsync(IReadOnlyCollection<TableKey> keys, CancellationToken cancellationToken)
    {
        TableKey[] possible = [.. keys.Where(TableKeys.IsPossible)];
        return possible.Length == 0 ? [] : await AskAsync(() => table.BatchGetAsync(possible, Consistency.Strong, cancellationToken));
    }

    public Task<TablePage> QueryAsync(TableQuery query, CancellationToken cancellationToken) =>
        TableKeys.IsPossiblePartition(query.PartitionKey)
            ? AskAsync(() => table.QueryAsync(query, cancellationToken))
            : Task.FromResult(new TablePage([], null));

    /// <summary>Every entity that a query finds, page after page. Only for partitions that stay small.</summary>
    public async Task<List<T>> AllAsync<T>(TableQuery query, CancellationToken cancellationToken)
        where T : Entity => (await AllItemsAsync(query, cancellationToken)).ConvertAll(ToEntity<T>);

    /// <summary>The same where the entities are of several types.</summary>
    public async Task<List<TableItem>> AllItemsAsync(TableQuery query, CancellationToken cancellationToken)
    {
        var all = new List<TableItem>();
        for (var next = query; ;)
        {
            var page = await QueryAsync(next, cancellationToken);
            all.AddRange(page.Items);
            if (page.Next is null)
                return all;
            next = next with { After = page.Next };
        }
    }

    public static T ToEntity<T>(TableItem item)
        where T : Entity
    {
        var entity = JsonSerializer.Deserialize<T>(item.Data.Span, EntityJson.Options)
            ?? throw new InvalidDataException($"Item {item.Key} has no data.");
        return entity with
        {
            Version = item.Version,
            CreatedAt = DateTimeOffset.FromUnixTimeSeconds(item.CreatedAt),
            UpdatedAt = DateTimeOffset.FromUnixTimeSeconds(item.UpdatedAt),
        };
    }

    private static async Task<TAnswer> AskAsync<TAnswer>(Func<Task<TAnswer>> ask)
    {
        try
        {
            return await ask();
        }
        catch (TableUnavailableException exception)
        {
            throw new StorageUnavailableException(exception.Message, exception);
        }
    }
}
