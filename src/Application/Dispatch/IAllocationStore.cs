using Nots.Domain.Dispatch;

namespace Nots.Application.Dispatch;

/// <summary>Reads what drivers and vehicles are allocated to.</summary>
public interface IAllocationStore
{
    /// <summary>Those of some days that have allocations, in no particular order; at most 100 days.</summary>
    Task<IReadOnlyList<AllocationDay>> DaysAsync(IReadOnlyCollection<(string OwnerId, DateOnly Day)> days, CancellationToken cancellationToken);
}
