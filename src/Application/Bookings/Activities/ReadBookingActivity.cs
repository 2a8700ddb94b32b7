using Nots.Application.Orchestration;

namespace Nots.Application.Bookings.Activities;

/// <summary>Reads the booking and works out its agenda.</summary>
public sealed class ReadBookingActivity(IBookingStore bookings, BookingAgenda agenda, TimeProvider time) : IActivity<string, BookingView>
{
    public async Task<BookingView> RunAsync(string input, CancellationToken cancellationToken)
    {
        var booking = await bookings.RequireAsync(input, cancellationToken);
        return BookingView.Of(booking, agenda.For(booking, time.GetUtcNow()));
    }
}
