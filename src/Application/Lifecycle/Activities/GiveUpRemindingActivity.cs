using Microsoft.DurableTask;
using Nots.Application.Bookings;
using Nots.Application.Common;
using Nots.Application.Messages;

namespace Nots.Application.Lifecycle.Activities;

/// <summary>
/// Puts an agenda item's messages that could not be sent on the list of dead letters, so that what is due after it does not wait.
/// </summary>
[DurableTask(Name)]
public sealed class GiveUpRemindingActivity(
    IMessageStore messages, BookingNotices notices, BookingAgenda agenda, MessageSender sender, TimeProvider time) : TimedActivity<DueItem, object?>(time)
{
    public const string Name = "booking-give-up-reminding";

    public override async Task<object?> RunAsync(DueItem input, CancellationToken cancellationToken)
    {
        var said = await messages.CorrespondenceAsync(input.BookingId, afterSequence: null, cancellationToken);
        if (agenda.For(said.Booking, Time.GetUtcNow()).Any(item => item.Key == input.Item.Key))
        {
            foreach (var notice in notices.For(said.Booking, input.Item))
                await sender.GiveUpAsync(said.Booking, notice, said.RecordOf(notice), MessageSender.NotAccepted, cancellationToken);
        }
        return null;
    }
}
