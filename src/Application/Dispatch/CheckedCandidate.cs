using Nots.Domain.Common;
using Nots.Domain.Dispatch;

namespace Nots.Application.Dispatch;

/// <summary>A driver with a vehicle, and what each gate said.</summary>
/// <param name="Days">Of both, as read: an assignment is conditional on them.</param>
public sealed record CheckedCandidate(Candidate Candidate, IReadOnlyList<GateVerdict> Gates, IReadOnlyList<AllocationDay> Days)
{
    public bool Eligible => Gates.All(verdict => verdict.Passed);

    /// <summary>The first gate that refused; null when all let them pass.</summary>
    public Refusal? Refusal => Gates.FirstOrDefault(verdict => !verdict.Passed) is { } verdict
        ? Domain.Common.Refusal.Conflict(verdict.Reason, ("gate", verdict.Gate))
        : null;
}
