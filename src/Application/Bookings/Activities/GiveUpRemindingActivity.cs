using Nots.Application.Messages;
using Nots.Application.Orchestration;

namespace Nots.Application.Bookings.Activities;

/// <summary>
/// Puts an agenda item's messages that could not be sent on the list of dead letters, so that what is due after it does not wait.
/// </summary>
public sealed class GiveUpRemindingActivity(
    IBookingStore bookings, BookingNotices notices, BookingAgenda agenda, MessageSender sender, TimeProvider time) : IActivity<DueItem, Nothing>
{
    public async Task<Nothing> RunAsync(DueItem input, CancellationToken cancellationToken)
    {
        var booking = await bookings.RequireAsync(input.BookingId, cancellationToken);
        if (agenda.For(booking, time.GetUtcNow()).Any(item => item.Key == input.Item.Key))
        {
            foreach (var notice in notices.For(booking, input.Item))
                await sender.GiveUpAsync(booking.Id, notice, MessageSender.NotAccepted, cancellationToken);
        }
        return Nothing.Value;
    }
}
