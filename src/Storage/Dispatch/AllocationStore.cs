using Nots.Application.Dispatch;
using Nots.Domain.Dispatch;
using Nots.Storage.Entities;
using Nots.Storage.Table;

namespace Nots.Storage.Dispatch;

/// <summary>The days of drivers and vehicles in the single table.</summary>
internal sealed class AllocationStore(EntityReader reader) : IAllocationStore
{
    public async Task<IReadOnlyList<AllocationDay>> DaysAsync(string ownerId, DateOnly first, DateOnly last, CancellationToken cancellationToken) =>
        await reader.AllAsync<AllocationDay>(
            new TableQuery(
                TableIndex.Primary, Keys.OwnerPartition(ownerId), SortKeyRange.Between(Keys.DaySort(first), Keys.DaySort(last)),
                Consistency: Consistency.Strong),
            cancellationToken);
}
