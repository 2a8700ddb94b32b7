using Nots.Application.Messages;
using Nots.Domain.Messages;
using Nots.Storage.Entities;

namespace Nots.Storage.Messages;

/// <summary>Messages in the single table.</summary>
internal sealed class MessageStore(EntityReader reader) : IMessageStore
{
    public Task<Message?> GetAsync(string bookingId, string messageId, CancellationToken cancellationToken) =>
        reader.GetAsync<Message>(Keys.Message(bookingId, messageId), cancellationToken);
}
