using Nots.Application.Messages;
using Nots.Application.Orchestration;

namespace Nots.Application.Bookings.Activities;

/// <summary>Puts the messages that could not be sent on the list of dead letters, so that the booking goes on.</summary>
public sealed class GiveUpTellingActivity(IMessageStore messages, BookingNotices notices, MessageSender sender) : IActivity<EventsAfter, Nothing>
{
    public async Task<Nothing> RunAsync(EventsAfter input, CancellationToken cancellationToken)
    {
        var said = await messages.CorrespondenceAsync(input.BookingId, input.After, cancellationToken);
        foreach (var notice in notices.For(said, input.UpTo))
            await sender.GiveUpAsync(said.Booking, notice, said.RecordOf(notice), MessageSender.NotAccepted, cancellationToken);
        return Nothing.Value;
    }
}
