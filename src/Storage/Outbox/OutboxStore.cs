using Nots.Application.Outbox;
using Nots.Storage.Entities;
using Nots.Storage.Table;

namespace Nots.Storage.Outbox;

/// <summary>The outbox in the single table.</summary>
internal sealed class OutboxStore(EntityReader reader) : IOutboxStore
{
    public async Task<IReadOnlyList<OutboxEntry>> WaitingAsync(int shard, DateTimeOffset before, int limit, CancellationToken cancellationToken)
    {
        var page = await reader.QueryAsync(
            new TableQuery(
                TableIndex.Primary, Keys.OutboxShard(shard), SortKeyRange.AtMost($"{before.ToUnixTimeMilliseconds()}"), Limit: limit,
                Consistency: Consistency.Strong),
            cancellationToken);
        return [.. page.Items.Select(EntityReader.ToEntity<OutboxEntry>)];
    }
}
