using Nots.Application.Common;
using Nots.Application.Messages;
using Nots.Application.Orchestration;

namespace Nots.Application.Bookings.Activities;

/// <summary>Sends the messages of a booking's events. Those that were sent stay sent when it is tried again.</summary>
public sealed class TellActivity(IBookingStore bookings, BookingNotices notices, MessageSender sender) : IActivity<EventsAfter, Nothing>
{
    /// <exception cref="AggregateException">Some were not accepted; the others are sent.</exception>
    public async Task<Nothing> RunAsync(EventsAfter input, CancellationToken cancellationToken)
    {
        var failures = new List<Exception>();
        foreach (var notice in await notices.OfAsync(bookings, input, cancellationToken))
        {
            try
            {
                await sender.SendAsync(input.BookingId, notice, cancellationToken);
            }
            catch (ExternalServiceException exception)
            {
                failures.Add(exception);
            }
        }
        return failures.Count == 0 ? Nothing.Value : throw new AggregateException(failures);
    }
}
