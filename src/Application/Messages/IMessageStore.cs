using Nots.Domain.Common;
using Nots.Domain.Messages;

namespace Nots.Application.Messages;

/// <summary>Reads messages.</summary>
public interface IMessageStore
{
    Task<Message?> GetAsync(BookingId bookingId, string messageId, CancellationToken cancellationToken);

    /// <summary>A booking's messages, with the booking and its events, in one request.</summary>
    /// <param name="bookingId">Whose.</param>
    /// <param name="afterSequence">Only events with a higher sequence; null for none.</param>
    /// <param name="cancellationToken">The activity's.</param>
    /// <exception cref="InvalidOperationException">There is no such booking.</exception>
    Task<Correspondence> CorrespondenceAsync(BookingId bookingId, int? afterSequence, CancellationToken cancellationToken);
}
