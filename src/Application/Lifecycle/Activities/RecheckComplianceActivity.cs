using Microsoft.DurableTask;
using Nots.Application.Bookings;
using Nots.Application.Common;
using Nots.Application.Dispatch;
using Nots.Domain.Bookings;
using Nots.Domain.Common;
using Nots.Domain.Dispatch;

namespace Nots.Application.Lifecycle.Activities;

/// <summary>Looks at the driver and vehicle of a job again; who may no longer do it is taken off, and the dispatchers replace them.</summary>
[DurableTask(Name)]
public sealed class RecheckComplianceActivity(
    BookingWriter writer, DispatchCheck dispatch, AllocationBook allocations, Policies policies, IIdSource ids, TimeProvider time)
    : TimedActivity<string, object?>(time)
{
    public const string Name = "booking-recheck-compliance";

    public override async Task<object?> RunAsync(string input, CancellationToken cancellationToken)
    {
        var outcome = await writer.ChangeQuietlyAsync(BookingId.Parse(input), booking => DecideAsync(booking, cancellationToken), cancellationToken);
        return outcome.Succeeded ? null : throw new InvalidOperationException(outcome.Refusal.Message);
    }

    private async Task<Result<BookingEdit>> DecideAsync(Booking booking, CancellationToken cancellationToken)
    {
        if (booking is not { Status: BookingStatus.Assigned, Driver: { } driver, Vehicle: { } vehicle })
            return BookingEdit.Nothing;
        var check = await dispatch.CheckAsync(booking, driver.DriverId, vehicle.VehicleId, cancellationToken);
        IReadOnlyList<GateVerdict> verdicts = check.Succeeded
            ? DispatchGates.Recheck(booking, check.Value.Candidate, policies.Dispatch)
            : [new GateVerdict(Gate.DriverActive, false, check.Refusal.Message)];
        if (verdicts.FirstOrDefault(verdict => !verdict.Passed) is not { } lost)
            return BookingEdit.Nothing;

        var change = booking.Unassign(lost.Reason, Actor.System, Time.GetUtcNow());
        if (!change.Succeeded)
            return change.Refusal;
        var release = await allocations.MoveAsync(booking, change.Value.Booking, cancellationToken);
        return BookingEdit.Of(change.Value, transaction =>
        {
            release(transaction);
            transaction.Add(new DispatchDecision
            {
                Id = ids.New("decision"),
                BookingId = booking.Id,
                DriverId = driver.DriverId,
                VehicleId = vehicle.VehicleId,
                Accepted = false,
                By = Actor.System,
                Gates = verdicts,
            });
        });
    }
}
