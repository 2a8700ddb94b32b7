using Microsoft.DurableTask;
using Nots.Application.Bookings;
using Nots.Application.Common;
using Nots.Domain.Common;

namespace Nots.Application.Lifecycle.Activities;

/// <summary>Reads the booking and works out its agenda.</summary>
[DurableTask(Name)]
public sealed class ReadBookingActivity(IBookingStore bookings, BookingAgenda agenda, TimeProvider time) : TimedActivity<string, BookingView>(time)
{
    public const string Name = "booking-read";

    public override async Task<BookingView> RunAsync(string input, CancellationToken cancellationToken)
    {
        var booking = await bookings.RequireAsync(BookingId.Parse(input), cancellationToken);
        return BookingView.Of(booking, agenda.For(booking, Time.GetUtcNow()));
    }
}
