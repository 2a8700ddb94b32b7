using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using Nots.Application.Common;

namespace Nots.Integrations.Mail;

/// <summary>Tells from what went wrong with a mail server whether trying again may help (RFC 5321, section 4.2.1: 4yz may, 5yz will not).</summary>
internal static class SmtpFault
{
    /// <summary>
    /// The exception for the caller; null for one that is none of the mail server's. A server's answers may repeat addresses, so
    /// their text is left out.
    /// </summary>
    public static ExternalServiceException? Explain(Exception fault, CancellationToken callers) => fault switch
    {
        SmtpCommandException refused => Refused(refused),
        AuthenticationException { InnerException: SmtpCommandException refused } => Refused(refused),
        AuthenticationException => Fault("The mail server does not take the user and password.", transient: false),
        OperationCanceledException when !callers.IsCancellationRequested => Fault("The mail server did not answer in time.", transient: true),
        TimeoutException => Fault("The mail server did not answer in time.", transient: true),
        SslHandshakeException => Fault("The mail server's TLS could not be agreed on, or its certificate is not trusted.", transient: true, fault),
        NotSupportedException => Fault("The mail server does not offer what is configured (STARTTLS or a password).", transient: false, fault),
        SocketException or IOException or ProtocolException or ServiceNotConnectedException =>
            Fault("The mail server cannot be reached or broke off.", transient: true, fault),
        _ => null,
    };

    private static ExternalServiceException Refused(SmtpCommandException refused) =>
        Fault($"The mail server answered {(int)refused.StatusCode} ({refused.ErrorCode}).", transient: (int)refused.StatusCode < 500);

    private static ExternalServiceException Fault(string message, bool transient, Exception? inner = null) => new("mail", message, transient, inner);
}
