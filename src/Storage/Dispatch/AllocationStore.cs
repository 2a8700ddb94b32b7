using Nots.Application.Dispatch;
using Nots.Domain.Dispatch;
using Nots.Storage.Entities;

namespace Nots.Storage.Dispatch;

/// <summary>The days of drivers and vehicles in the single table.</summary>
internal sealed class AllocationStore(EntityReader reader) : IAllocationStore
{
    public async Task<IReadOnlyList<AllocationDay>> DaysAsync(
        IReadOnlyCollection<(string OwnerId, DateOnly Day)> days, CancellationToken cancellationToken)
    {
        var items = await reader.GetTogetherAsync([.. days.Select(day => Keys.Day(day.OwnerId, day.Day))], cancellationToken);
        return [.. items.Select(EntityReader.ToEntity<AllocationDay>)];
    }
}
