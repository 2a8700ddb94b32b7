using Microsoft.DurableTask;
using Nots.Application.Bookings;
using Nots.Application.Common;

namespace Nots.Application.Lifecycle.Activities;

/// <summary>
/// Closes a booking, unless it has changed since its orchestration last read it. Any later change finds it closed and starts the
/// orchestration again, so that no change can fall between the last read and the end.
/// </summary>
[DurableTask(Name)]
public sealed class CloseBookingActivity(BookingWriter writer, TimeProvider time) : TimedActivity<BookingVersion, bool>(time)
{
    public const string Name = "booking-close";

    public override Task<bool> RunAsync(BookingVersion input, CancellationToken cancellationToken) =>
        writer.CloseAsync(input.BookingId, input.Version, cancellationToken);
}
