using Nots.Application.Audit;
using Nots.Application.Bookings;
using Nots.Application.Common;
using Nots.Application.Storage;
using Nots.Domain.Bookings;
using Nots.Domain.Common;
using Nots.Domain.Dispatch;

namespace Nots.Application.Dispatch;

/// <summary>
/// Gives a job to a driver and a vehicle, if every gate lets them pass. The decision is kept either way; the legal record is
/// written with the assignment, which is before the journey.
/// </summary>
public sealed class AssignDriver(
    BookingWriter writer,
    BookingAccess access,
    DispatchCheck dispatch,
    AllocationBook allocations,
    ITransactions transactions,
    AuditLog audit,
    IIdSource ids,
    TimeProvider time)
{
    public async Task<Result<BookingDetails>> ExecuteAsync(AssignRequest request, Caller caller, CancellationToken cancellationToken)
    {
        var faults = new FaultList(request.Malformed);
        faults.Require("bookingId", request.BookingId);
        faults.Require("driverId", request.DriverId);
        faults.Require("vehicleId", request.VehicleId);
        if (faults.Any)
            return faults.ToRefusal();
        if (!BookingId.TryParse(request.BookingId, out var bookingId))
            return Refusal.NotFound("booking");
        var assigned = await writer.ChangeAsync(
            bookingId, booking => DecideAsync(booking, request, caller, cancellationToken), cancellationToken);
        return await access.DetailsAsync(assigned, caller, cancellationToken);
    }

    private async Task<Result<BookingEdit>> DecideAsync(Booking booking, AssignRequest request, Caller caller, CancellationToken cancellationToken)
    {
        var check = await dispatch.CheckAsync(
            booking, EntityId.Find<DriverId>(request.DriverId), EntityId.Find<VehicleId>(request.VehicleId), cancellationToken);
        if (!check.Succeeded)
            return check.Refusal;
        var (driver, vehicle) = (check.Value.Candidate.Driver, check.Value.Candidate.Vehicle);
        // The same assignment again, from a dispatcher whose answer got lost.
        if (booking.Status == BookingStatus.Assigned && booking.Driver?.DriverId == driver.Id && booking.Vehicle?.VehicleId == vehicle.Id)
            return BookingEdit.Nothing;

        var change = booking.Assign(driver, vehicle, caller.Actor, time.GetUtcNow(), request.NotifyDriver ?? true);
        if (!change.Succeeded)
            return change.Refusal;
        var decision = Decision(booking, check.Value, caller);
        if (check.Value.Refusal is { } refusal)
        {
            var record = transactions.Begin();
            record.Add(decision);
            await record.CommitAsync(cancellationToken);
            return refusal;
        }
        var move = await allocations.MoveAsync(booking, change.Value.Booking, check.Value, cancellationToken);
        return BookingEdit.Of(change.Value, transaction =>
        {
            move(transaction);
            transaction.Add(decision);
            transaction.Put(LegalRecord.Of(change.Value.Booking));
            audit.By(caller, "dispatch.assign", booking.Id.Value, booking.Driver?.DriverId.Value, driver.Id.Value)?.Invoke(transaction);
        });
    }

    private DispatchDecision Decision(Booking booking, CheckedCandidate check, Caller caller) => new()
    {
        Id = ids.New("decision"),
        BookingId = booking.Id,
        DriverId = check.Candidate.Driver.Id,
        VehicleId = check.Candidate.Vehicle.Id,
        Accepted = check.Eligible,
        By = caller.Actor,
        Gates = check.Gates,
    };
}
