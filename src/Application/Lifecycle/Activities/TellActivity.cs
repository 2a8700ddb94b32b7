using Microsoft.DurableTask;
using Nots.Application.Common;
using Nots.Application.Messages;

namespace Nots.Application.Lifecycle.Activities;

/// <summary>Sends the messages of a booking's events. Those that were sent stay sent when it is tried again.</summary>
[DurableTask(Name)]
public sealed class TellActivity(IMessageStore messages, BookingNotices notices, MessageSender sender, TimeProvider time) : TimedActivity<EventsAfter, object?>(time)
{
    public const string Name = "booking-tell";

    /// <exception cref="AggregateException">Some were not accepted; the others are sent.</exception>
    public override async Task<object?> RunAsync(EventsAfter input, CancellationToken cancellationToken)
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
        return failures.Count == 0 ? null : throw new AggregateException(failures);
    }
}
