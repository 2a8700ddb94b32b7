using System.Net.Security;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;
using Nots.Application.Common;
using Nots.Application.Messages;

namespace Nots.Integrations.Mail;

/// <summary>
/// Hands e-mail to a mail server, one connection a message. A message handed over again has the same Message-Id, so that mail
/// programs and servers can tell.
/// </summary>
public sealed class SmtpEmailSender : IEmailSender
{
    private readonly SmtpOptions _options;
    private readonly TimeProvider _time;
    private readonly MailboxAddress _from;
    private readonly RemoteCertificateValidationCallback? _trust;

    public SmtpEmailSender(SmtpOptions options, TimeProvider time)
        : this(options, time, trust: null)
    {
    }

    /// <param name="trust">Which certificates are good; null for those of the machine's authorities. Tests bring their own.</param>
    internal SmtpEmailSender(SmtpOptions options, TimeProvider time, RemoteCertificateValidationCallback? trust)
    {
        _options = options;
        _time = time;
        _from = MailboxAddress.Parse(options.From);
        _trust = trust;
    }

    public async Task SendAsync(EmailMessage message, CancellationToken cancellationToken)
    {
        using var mail = MailFor(message);
        using var limit = new CancellationTokenSource(_options.Timeout, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            await HandOverAsync(mail, either.Token);
        }
        catch (Exception fault) when (SmtpFault.Explain(fault, cancellationToken) is { } explained)
        {
            throw explained;
        }
    }

    private async Task HandOverAsync(MimeMessage mail, CancellationToken cancellationToken)
    {
        using var client = new SmtpClient { Timeout = (int)_options.Timeout.TotalMilliseconds, ServerCertificateValidationCallback = _trust };
        await client.ConnectAsync(_options.Host, _options.Port, Security(_options.Tls), cancellationToken);
        if (_options is { User.Length: > 0, Password: not null })
            await client.AuthenticateAsync(_options.User, _options.Password, cancellationToken);
        await client.SendAsync(mail, cancellationToken);
        // The server has the mail now. MailKit keeps a farewell that fails to itself, so the mail is not sent again for it.
        await client.DisconnectAsync(quit: true, cancellationToken);
    }

    /// <exception cref="ExternalServiceException">The recipient is no address; trying again would not help.</exception>
    private MimeMessage MailFor(EmailMessage message)
    {
        if (!EmailAddress.TryParse(message.To, out var to))
            throw new ExternalServiceException("mail", "The recipient is no e-mail address.", transient: false);
        var body = new BodyBuilder { TextBody = message.Text, HtmlBody = message.Html };
        return new MimeMessage([_from], [to], OneLine(message.Subject), body.ToMessageBody())
        {
            MessageId = MessageIdFor(message.MessageId),
            Date = _time.GetUtcNow(),
        };
    }

    /// <summary>Ours, with whatever may not stand in a Message-Id percent-encoded, at the sender's domain.</summary>
    private string MessageIdFor(string id) => $"{Uri.EscapeDataString(id).Replace(".", "%2E", StringComparison.Ordinal)}@{_from.Domain}";

    /// <summary>A line break in a subject would begin another header.</summary>
    private static string OneLine(string subject) => string.Concat(subject.Select(character => char.IsControl(character) ? ' ' : character));

    private static SecureSocketOptions Security(SmtpTls tls) => tls switch
    {
        SmtpTls.Implicit => SecureSocketOptions.SslOnConnect,
        SmtpTls.StartTls => SecureSocketOptions.StartTls,
        _ => SecureSocketOptions.None,
    };
}
