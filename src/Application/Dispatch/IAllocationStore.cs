using Nots.Domain.Dispatch;

namespace Nots.Application.Dispatch;

/// <summary>Reads what drivers and vehicles are allocated to.</summary>
public interface IAllocationStore
{
    /// <summary>Days of a driver or vehicle that have allocations, from first to last inclusive.</summary>
    Task<IReadOnlyList<AllocationDay>> DaysAsync(string ownerId, DateOnly first, DateOnly last, CancellationToken cancellationToken);
}
