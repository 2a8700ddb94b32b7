using Nots.Application.Common;
using Nots.Domain.Common;
using Nots.Storage.Table;

namespace Nots.Storage.Entities;

/// <summary>Lists entities that are indexed by status and id: one partition of the first index after another.</summary>
internal static class StatusList
{
    /// <param name="reader">Of the table.</param>
    /// <param name="statuses">To list, in this order.</param>
    /// <param name="indexKey">Where an entity of a status and id stands in the first index.</param>
    /// <param name="key">Where it stands in the table.</param>
    /// <param name="idOf">An entity's id.</param>
    /// <param name="limit">At most this many.</param>
    /// <param name="after">Where the page before ended.</param>
    /// <param name="cancellationToken">The request's.</param>
    public static async Task<Page<T, StatusPosition>> ReadAsync<T, TStatus>(
        EntityReader reader,
        IReadOnlyList<TStatus> statuses,
        Func<TStatus, string, IndexKey> indexKey,
        Func<string, TableKey> key,
        Func<T, string> idOf,
        int limit,
        StatusPosition? after,
        CancellationToken cancellationToken)
        where T : Entity
        where TStatus : struct, Enum
    {
        var found = new List<(T Entity, TStatus Status)>();
        var start = after is null ? 0 : Math.Max(0, statuses.ToList().FindIndex(status => Wire.Name(status) == after.Status));
        for (var i = start; i < statuses.Count && found.Count <= limit; i++)
        {
            var status = statuses[i];
            var from = after is not null && i == start ? new TablePosition(key(after.Id), indexKey(status, after.Id)) : null;
            var query = new TableQuery(TableIndex.Gsi1, indexKey(status, "").PartitionKey, Limit: limit + 1 - found.Count, After: from);
            for (TablePage page; found.Count <= limit; query = query with { After = page.Next })
            {
                page = await reader.QueryAsync(query, cancellationToken);
                found.AddRange(page.Items.Select(item => (EntityReader.ToEntity<T>(item), status)));
                if (page.Next is null)
                    break;
            }
        }
        var next = found.Count > limit ? new StatusPosition(Wire.Name(found[limit - 1].Status), idOf(found[limit - 1].Entity)) : null;
        return new Page<T, StatusPosition>([.. found.Take(limit).Select(pair => pair.Entity)], next);
    }
}
