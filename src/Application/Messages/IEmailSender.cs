using Nots.Application.Common;

namespace Nots.Application.Messages;

/// <summary>Hands an e-mail over for delivery.</summary>
public interface IEmailSender
{
    /// <summary>Returns once the e-mail is accepted. Handing over the same message id again must not show it twice where that can be avoided.</summary>
    /// <exception cref="ExternalServiceException">It was not accepted; <see cref="ExternalServiceException.Transient"/> says whether to try again.</exception>
    Task SendAsync(EmailMessage message, CancellationToken cancellationToken);
}
