using Microsoft.DurableTask;
using Nots.Application.Bookings;
using Nots.Application.Common;
using Nots.Application.Messages;

namespace Nots.Application.Lifecycle.Activities;

/// <summary>Sends the messages of an agenda item, if the booking still has it.</summary>
[DurableTask(Name)]
public sealed class RemindActivity(
    IMessageStore messages, BookingNotices notices, BookingAgenda agenda, MessageSender sender, TimeProvider time) : TimedActivity<DueItem, object?>(time)
{
    public const string Name = "booking-remind";

    public override async Task<object?> RunAsync(DueItem input, CancellationToken cancellationToken)
    {
        var said = await messages.CorrespondenceAsync(input.BookingId, afterSequence: null, cancellationToken);
        if (agenda.For(said.Booking, Time.GetUtcNow()).Any(item => item.Key == input.Item.Key))
        {
            foreach (var notice in notices.For(said.Booking, input.Item))
                await sender.SendAsync(said.Booking, notice, said.RecordOf(notice), cancellationToken);
        }
        return null;
    }
}
