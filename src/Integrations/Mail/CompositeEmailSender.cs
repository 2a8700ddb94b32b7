using Nots.Application.Messages;

namespace Nots.Integrations.Mail;

/// <summary>
/// Hands every e-mail to several senders, in order. If one fails the rest are not asked and the sending has failed; a second try
/// begins with the first again, so put senders that know a message id first.
/// </summary>
public sealed class CompositeEmailSender(IReadOnlyList<IEmailSender> senders) : IEmailSender
{
    public async Task SendAsync(EmailMessage message, CancellationToken cancellationToken)
    {
        foreach (var sender in senders)
            await sender.SendAsync(message, cancellationToken);
    }
}
