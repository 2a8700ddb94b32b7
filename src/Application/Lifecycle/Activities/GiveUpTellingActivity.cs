using Microsoft.DurableTask;
using Nots.Application.Common;
using Nots.Application.Messages;

namespace Nots.Application.Lifecycle.Activities;

/// <summary>Puts the messages that could not be sent on the list of dead letters, so that the booking goes on.</summary>
[DurableTask(Name)]
public sealed class GiveUpTellingActivity(IMessageStore messages, BookingNotices notices, MessageSender sender, TimeProvider time) : TimedActivity<EventsAfter, object?>(time)
{
    public const string Name = "booking-give-up-telling";

    public override async Task<object?> RunAsync(EventsAfter input, CancellationToken cancellationToken)
    {
        var said = await messages.CorrespondenceAsync(input.BookingId, input.After, cancellationToken);
        foreach (var notice in notices.For(said, input.UpTo))
            await sender.GiveUpAsync(said.Booking, notice, said.RecordOf(notice), MessageSender.NotAccepted, cancellationToken);
        return null;
    }
}
