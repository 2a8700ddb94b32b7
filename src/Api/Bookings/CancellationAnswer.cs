using Nots.Api.Json;
using Nots.Domain.Bookings;
using Nots.Domain.Common;

namespace Nots.Api.Bookings;

/// <summary>That a booking was called off, and what comes back for it, in pence.</summary>
internal sealed record CancellationAnswer(
    string? Reason,
    [property: WireNames<ActorKind>] string CancelledBy,
    DateTime CancelledAt,
    long RefundAmount,
    [property: WireNames<RefundStatus>] string RefundStatus,
    [property: WireNames<CancellationCause>] string Cause)
{
    public static CancellationAnswer? Of(Cancellation? cancellation) => cancellation is null
        ? null
        : new(
            cancellation.Reason, Wire.Name(cancellation.By.Kind), WireClock.Utc(cancellation.At), cancellation.RefundAmount,
            Wire.Name(cancellation.RefundStatus), Wire.Name(cancellation.Cause));
}
