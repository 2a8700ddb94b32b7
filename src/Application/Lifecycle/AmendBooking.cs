using Nots.Application.Audit;
using Nots.Application.Bookings;
using Nots.Application.Common;
using Nots.Application.Dispatch;
using Nots.Application.Storage;
using Nots.Domain.Bookings;
using Nots.Domain.Common;
using Nots.Domain.Users;

namespace Nots.Application.Lifecycle;

/// <summary>Changes a booking: staff its pick-up time and notes, the driver (or staff for them) its progress.</summary>
public sealed class AmendBooking(
    BookingAccess access,
    BookingWriter writer,
    ReportProgress progress,
    AllocationBook allocations,
    DispatchCheck dispatch,
    WireTime wireTime,
    AuditLog audit,
    Policies policies,
    TimeProvider time)
{
    public async Task<Result<BookingDetails>> ExecuteAsync(
        string bookingId, AmendRequest request, Caller caller, CancellationToken cancellationToken)
    {
        var found = await access.FindAsync(bookingId, caller, cancellationToken);
        if (!found.Succeeded)
            return found.Refusal;
        if (!caller.IsStaff && !caller.Drives(found.Value))
            return new Refusal(ErrorCode.Forbidden, "Only staff and the job's driver change a booking; a customer may cancel it.");

        var faults = new FaultList(request.Malformed);
        CheckFields(request, caller, faults);
        var report = ReportProgress.Read(request, faults);
        var pickupAt = ReadPickupTime(request, faults);
        if (faults.Any)
            return faults.ToRefusal();

        var changed = report is not null
            ? await progress.ExecuteAsync(found.Value, report, caller, cancellationToken)
            : await writer.ChangeAsync(found.Value, booking => EditAsync(booking, request, pickupAt, caller, cancellationToken), cancellationToken);
        return await access.DetailsAsync(changed, caller, cancellationToken);
    }

    private static void CheckFields(AmendRequest request, Caller caller, FaultList faults)
    {
        faults.Text("pickupInstructions", request.PickupInstructions, BookingRequest.MaxTextLength);
        faults.Text("internalNotes", request.InternalNotes, AmendRequest.MaxNotesLength);
        var details = request.PickupTime ?? request.PickupInstructions ?? request.InternalNotes;
        if (details is not null && caller.Role == Role.Driver)
            faults.Add("progress", "forbidden", "A driver reports progress, and changes nothing else.");
        if (details is not null && request.Progress is not null)
            faults.Add("progress", "alone", "Progress is reported by itself.");
        if (details is null && request.Progress is null && !faults.Any)
            faults.Add("", "required", "Nothing to change was sent.");
    }

    private DateTimeOffset? ReadPickupTime(AmendRequest request, FaultList faults)
    {
        if (request.PickupTime is null)
            return null;
        var pickupAt = wireTime.Read("pickupTime", request.PickupTime, faults);
        if (pickupAt < time.GetUtcNow())
            faults.Add("pickupTime", "past", "pickupTime has passed.");
        else if (pickupAt > time.GetUtcNow() + policies.MaximumNotice)
            faults.Add("pickupTime", "range", $"pickupTime must be at most {policies.MaximumNotice.TotalDays:0} days ahead.");
        return pickupAt;
    }

    /// <summary>A new pick-up time and new notes that come together are one change, under the event of the weightier.</summary>
    private async Task<Result<BookingEdit>> EditAsync(
        Booking booking, AmendRequest request, DateTimeOffset? pickupAt, Caller caller, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (pickupAt is not { } moved || moved == booking.Journey.PickupAt)
        {
            return booking.Amend(request.PickupInstructions, request.InternalNotes, caller.Actor, now)
                .Then<BookingEdit>(change => BookingEdit.Of(change, Also(change.Booking, [], "booking.amend", null, null, caller)));
        }
        var noted = booking with
        {
            PickupInstructions = request.PickupInstructions ?? booking.PickupInstructions,
            InternalNotes = request.InternalNotes ?? booking.InternalNotes,
        };
        var change = noted.ChangePickupTime(moved, caller.Actor, now);
        if (!change.Succeeded)
            return change.Refusal.About("pickupTime", "range");
        var edits = new List<Action<ITransaction>>();
        if (change.Value.Booking is { Driver: { } driver, Vehicle: { } vehicle } assigned)
        {
            var check = await dispatch.CheckAsync(assigned, driver.DriverId, vehicle.VehicleId, cancellationToken);
            if (!check.Succeeded)
                return check.Refusal;
            if (check.Value.Refusal is { } refusal)
                return refusal;
            edits.Add(await allocations.MoveAsync(booking, assigned, check.Value, cancellationToken));
        }
        return BookingEdit.Of(change.Value, Also(
            change.Value.Booking, edits, "booking.move", booking.Journey.PickupAt.UtcDateTime.ToString("O"), moved.UtcDateTime.ToString("O"), caller));
    }

    private Action<ITransaction> Also(
        Booking booking, IEnumerable<Action<ITransaction>> edits, string action, string? from, string? to, Caller caller) => transaction =>
    {
        foreach (var edit in edits)
            edit(transaction);
        // The record that the law wants follows every variation.
        if (booking.Driver is not null)
            transaction.Put(LegalRecord.Of(booking));
        audit.By(caller, action, booking.Id.Value, from, to)?.Invoke(transaction);
    };
}
