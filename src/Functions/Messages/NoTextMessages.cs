using Microsoft.Extensions.Logging;
using Nots.Application.Messages;

namespace Nots.Functions.Messages;

/// <summary>For a platform without a telephone network: e-mail says the same, and the log says that a text was not sent.</summary>
internal sealed class NoTextMessages(ILogger<NoTextMessages> logger) : ISmsSender
{
    public Task SendAsync(SmsMessage message, CancellationToken cancellationToken)
    {
        logger.LogWarning("Text message {MessageId} ({Template}) is not sent: no telephone network is set up", message.MessageId, message.Template);
        return Task.CompletedTask;
    }
}
