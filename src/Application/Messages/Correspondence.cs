using Nots.Domain.Bookings;
using Nots.Domain.Messages;

namespace Nots.Application.Messages;

/// <summary>A booking with what happened to it, and all that was said about it so far.</summary>
/// <param name="Events">Those that were asked for, oldest first.</param>
/// <param name="Messages">Each as it was last written down.</param>
public sealed record Correspondence(Booking Booking, IReadOnlyList<BookingEvent> Events, IReadOnlyList<Message> Messages)
{
    /// <summary>The record of a notice's message; null while there is none.</summary>
    public Message? RecordOf(Notice notice) => Messages.FirstOrDefault(message => message.Id == notice.MessageId);
}
