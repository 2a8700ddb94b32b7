using Nots.Application.Messages;
using Nots.Application.Orchestration;

namespace Nots.Application.Bookings.Activities;

/// <summary>Sends the messages of an agenda item, if the booking still has it.</summary>
public sealed class RemindActivity(
    IMessageStore messages, BookingNotices notices, BookingAgenda agenda, MessageSender sender, TimeProvider time) : IActivity<DueItem, Nothing>
{
    public async Task<Nothing> RunAsync(DueItem input, CancellationToken cancellationToken)
    {
        var said = await messages.CorrespondenceAsync(input.BookingId, afterSequence: null, cancellationToken);
        if (agenda.For(said.Booking, time.GetUtcNow()).Any(item => item.Key == input.Item.Key))
        {
            foreach (var notice in notices.For(said.Booking, input.Item))
                await sender.SendAsync(said.Booking, notice, said.RecordOf(notice), cancellationToken);
        }
        return Nothing.Value;
    }
}
