using Nots.Application.Common;

namespace Nots.Application.Messages;

/// <summary>Hands a text message over for delivery.</summary>
public interface ISmsSender
{
    /// <exception cref="ExternalServiceException">It was not accepted.</exception>
    Task SendAsync(SmsMessage message, CancellationToken cancellationToken);
}
