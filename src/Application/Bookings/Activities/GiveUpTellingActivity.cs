using Nots.Application.Messages;
using Nots.Application.Orchestration;

namespace Nots.Application.Bookings.Activities;

/// <summary>Puts the messages that could not be sent on the list of dead letters, so that the booking goes on.</summary>
public sealed class GiveUpTellingActivity(IBookingStore bookings, BookingNotices notices, MessageSender sender) : IActivity<EventsAfter, Nothing>
{
    public async Task<Nothing> RunAsync(EventsAfter input, CancellationToken cancellationToken)
    {
        foreach (var notice in await notices.OfAsync(bookings, input, cancellationToken))
            await sender.GiveUpAsync(input.BookingId, notice, MessageSender.NotAccepted, cancellationToken);
        return Nothing.Value;
    }
}
