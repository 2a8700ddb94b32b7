using Nots.Domain.Common;
using Nots.Domain.Compliance;
using Nots.Domain.Dispatch;

namespace Nots.Application.Fleet;

/// <summary>A driver or a vehicle with what a dispatcher looks at.</summary>
/// <param name="Documents">The current one of each type.</param>
/// <param name="Days">What they are allocated to, from the day that was asked for.</param>
public sealed record FleetFile<T>(T Owner, IReadOnlyList<ComplianceDocument> Documents, IReadOnlyList<AllocationDay> Days)
    where T : Entity
{
    public IReadOnlyList<Allocation> Allocations => [.. Days.SelectMany(day => day.Allocations)];
}
