using Nots.Domain.Bookings;
using Nots.Domain.Dispatch;

namespace Nots.Domain.Tests.Dispatch;

/// <summary>What the gates say of a candidate for a booking, said shortly.</summary>
internal static class Verdicts
{
    public static void IsTaken(this Candidate candidate, Booking? booking = null) =>
        Assert.Empty(RefusedBy(DispatchGates.Evaluate(booking ?? A.Confirmed(), candidate, A.DispatchRules)));

    public static void IsRefusedOnlyBy(this Candidate candidate, string gate, Booking? booking = null) =>
        Assert.Equal([gate], RefusedBy(DispatchGates.Evaluate(booking ?? A.Confirmed(), candidate, A.DispatchRules)));

    public static void IsRefusedAgainBy(this Candidate candidate, string gate) =>
        Assert.Equal([gate], RefusedBy(DispatchGates.Recheck(A.Assigned(), candidate, A.DispatchRules)));

    public static IEnumerable<string> RefusedBy(IEnumerable<GateVerdict> verdicts) =>
        verdicts.Where(verdict => !verdict.Passed).Select(verdict => verdict.Gate);
}
