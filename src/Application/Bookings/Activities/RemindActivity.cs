using Nots.Application.Messages;
using Nots.Application.Orchestration;

namespace Nots.Application.Bookings.Activities;

/// <summary>Sends the messages of an agenda item, if the booking still has it.</summary>
public sealed class RemindActivity(
    IBookingStore bookings, BookingNotices notices, BookingAgenda agenda, MessageSender sender, TimeProvider time) : IActivity<DueItem, Nothing>
{
    public async Task<Nothing> RunAsync(DueItem input, CancellationToken cancellationToken)
    {
        var booking = await bookings.RequireAsync(input.BookingId, cancellationToken);
        if (agenda.For(booking, time.GetUtcNow()).Any(item => item.Key == input.Item.Key))
        {
            foreach (var notice in notices.For(booking, input.Item))
                await sender.SendAsync(booking.Id, notice, cancellationToken);
        }
        return Nothing.Value;
    }
}
