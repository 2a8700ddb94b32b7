using Nots.Application.Audit;
using Nots.Application.Common;
using Nots.Application.Settings;
using Nots.Domain.Bookings;
using Nots.Domain.Common;

namespace Nots.Application.Bookings;

/// <summary>Calls a booking off. The refund, the release of the driver and the messages are the orchestration's.</summary>
public sealed class CancelBooking(BookingAccess access, BookingWriter writer, ISettingsStore settings, AuditLog audit, TimeProvider time)
{
    /// <param name="bookingId">Which.</param>
    /// <param name="reason">At most 500 characters.</param>
    /// <param name="refund">What is to be paid back whatever the policy says; null to follow the policy. Admins and owners.</param>
    /// <param name="caller">The customer, a guest with the link, or staff.</param>
    /// <param name="cancellationToken">The request's.</param>
    public async Task<Result<BookingDetails>> ExecuteAsync(
        string bookingId, string? reason, RefundOverride? refund, Caller caller, CancellationToken cancellationToken)
    {
        var found = await access.FindAsync(bookingId, caller, cancellationToken);
        if (!found.Succeeded)
            return found.Refusal;
        if (!caller.IsStaff && !access.Owns(found.Value, caller))
            return new Refusal(ErrorCode.Forbidden, "A driver cannot cancel a booking.");
        if (refund is not null && !caller.MayOverride)
            return new Refusal(ErrorCode.Forbidden, "Only admins and owners refund outside the policy.");

        var policy = await settings.CancellationPolicyAsync(cancellationToken);
        var cancelled = await writer.ChangeAsync(found.Value, booking => Task.FromResult(Cancel(booking, reason, refund, policy, caller)), cancellationToken);
        return await access.DetailsAsync(cancelled, caller, cancellationToken);
    }

    private Result<BookingEdit> Cancel(Booking booking, string? reason, RefundOverride? refund, CancellationPolicy policy, Caller caller)
    {
        var change = booking.Cancel(reason, policy, refund?.Of(booking), caller.Actor, time.GetUtcNow());
        if (!change.Succeeded)
            return change.Refusal.About("refund", "range");
        return BookingEdit.Of(
            change.Value,
            audit.By(caller, "booking.cancel", booking.Id.Value, Wire.Name(booking.Status), Wire.Name(change.Value.Booking.Status)));
    }
}
