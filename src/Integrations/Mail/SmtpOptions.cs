using System.Net;
using MimeKit;
using Nots.Application.Configuration;

namespace Nots.Integrations.Mail;

/// <summary>Which mail server takes the company's e-mail.</summary>
public sealed record SmtpOptions : IValidatableOptions
{
    public required string Host { get; init; }

    public int Port { get; init; } = 587;

    public SmtpTls Tls { get; init; } = SmtpTls.StartTls;

    /// <summary>Null for a server that wants no password.</summary>
    public string? User { get; init; }

    public string? Password { get; init; }

    /// <summary>The sender's address, or name and address: <c>NOTS &lt;bookings@example.com&gt;</c>.</summary>
    public required string From { get; init; }

    /// <summary>How long handing over one e-mail may take.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(20);

    public IReadOnlyList<string> Faults()
    {
        var faults = new List<string>();
        if (Uri.CheckHostName(Host) == UriHostNameType.Unknown)
            faults.Add("The mail server's Host must be a host name or an IP address.");
        if (Port is < 1 or > 65_535)
            faults.Add("The mail server's Port must be from 1 to 65535.");
        if (!Enum.IsDefined(Tls))
            faults.Add("The mail server's Tls must be Implicit, StartTls or None.");
        if (string.IsNullOrEmpty(User) != string.IsNullOrEmpty(Password))
            faults.Add("The mail server's User and Password go together.");
        if (Tls == SmtpTls.None && !string.IsNullOrEmpty(Password) && !IsThisMachine)
            faults.Add("A Password is not sent to another machine without TLS.");
        if (!MailboxAddress.TryParse(From, out var from) || !EmailAddress.IsPlain(from.Address))
            faults.Add("From must be an e-mail address, with or without a name.");
        if (Timeout < TimeSpan.FromSeconds(1) || Timeout > TimeSpan.FromMinutes(5))
            faults.Add("The mail server's Timeout must be from 1 second to 5 minutes.");
        return faults;
    }

    /// <summary>Without the password.</summary>
    public override string ToString() =>
        $"{Host}:{Port}, TLS {Tls}, {(string.IsNullOrEmpty(User) ? "no user" : $"user {User}")}, from {From}, time-out {Timeout}";

    private bool IsThisMachine => string.Equals(Host, "localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(Host, out var address) && IPAddress.IsLoopback(address));
}
