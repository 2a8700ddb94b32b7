namespace Nots.Integrations.Mail;

/// <summary>How the connection to the mail server is protected.</summary>
public enum SmtpTls
{
    /// <summary>TLS from the first byte, usually on port 465.</summary>
    Implicit,

    /// <summary>TLS by the STARTTLS command before anything else is said, usually on port 587; no mail without it.</summary>
    StartTls,

    /// <summary>None: for a server on this machine only.</summary>
    None,
}
