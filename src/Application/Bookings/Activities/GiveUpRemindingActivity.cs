using Nots.Application.Messages;
using Nots.Application.Orchestration;

namespace Nots.Application.Bookings.Activities;

/// <summary>
/// Puts an agenda item's messages that could not be sent on the list of dead letters, so that what is due after it does not wait.
/// </summary>
public sealed class GiveUpRemindingActivity(
    IMessageStore messages, BookingNotices notices, BookingAgenda agenda, MessageSender sender, TimeProvider time) : IActivity<DueItem, Nothing>
{
    public async Task<Nothing> RunAsync(DueItem input, CancellationToken cancellationToken)
    {
        var said = await messages.CorrespondenceAsync(input.BookingId, afterSequence: null, cancellationToken);
        if (agenda.For(said.Booking, time.GetUtcNow()).Any(item => item.Key == input.Item.Key))
        {
            foreach (var notice in notices.For(said.Booking, input.Item))
                await sender.GiveUpAsync(said.Booking, notice, said.RecordOf(notice), MessageSender.NotAccepted, cancellationToken);
        }
        return Nothing.Value;
    }
}
