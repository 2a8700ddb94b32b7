using Nots.Application.Common;
using Nots.Application.Messages;
using Nots.Application.Orchestration;

namespace Nots.Application.Bookings.Activities;

/// <summary>Sends the messages of a booking's events. Those that were sent stay sent when it is tried again.</summary>
public sealed class TellActivity(IMessageStore messages, BookingNotices notices, MessageSender sender) : IActivity<EventsAfter, Nothing>
{
    /// <exception cref="AggregateException">Some were not accepted; the others are sent.</exception>
    public async Task<Nothing> RunAsync(EventsAfter input, CancellationToken cancellationToken)
    {
        var failures = new List<Exception>();
        var said = await messages.CorrespondenceAsync(input.BookingId, input.After, cancellationToken);
        foreach (var notice in notices.For(said, input.UpTo))
        {
            try
            {
                await sender.SendAsync(said.Booking, notice, said.RecordOf(notice), cancellationToken);
            }
            catch (ExternalServiceException exception)
            {
                failures.Add(exception);
            }
        }
        return failures.Count == 0 ? Nothing.Value : throw new AggregateException(failures);
    }
}
