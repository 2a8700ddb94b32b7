using Nots.Domain.Messages;

namespace Nots.Application.Messages;

/// <summary>Reads messages.</summary>
public interface IMessageStore
{
    Task<Message?> GetAsync(string bookingId, string messageId, CancellationToken cancellationToken);
}
