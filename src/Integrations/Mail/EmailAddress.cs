using System.Diagnostics.CodeAnalysis;
using MimeKit;

namespace Nots.Integrations.Mail;

/// <summary>Tells a plain address from text that would become more than one recipient or header.</summary>
internal static class EmailAddress
{
    private const int LongestAddress = 254; // RFC 5321, section 4.5.3.1.3, less its angle brackets.

    public static bool TryParse(string text, [NotNullWhen(true)] out MailboxAddress? address)
    {
        address = IsPlain(text) && MailboxAddress.TryParse(text, out var parsed) && parsed.Address == text ? parsed : null;
        return address is not null;
    }

    /// <summary>One address without name, quotes, blanks or control characters.</summary>
    public static bool IsPlain(string text) =>
        text.Length <= LongestAddress
        && text.IndexOf('@', StringComparison.Ordinal) is var at and > 0
        && at == text.LastIndexOf('@') && at < text.Length - 1
        && !text.Any(character => char.IsControl(character) || char.IsWhiteSpace(character) || character is '<' or '>' or ',' or ';' or ':' or '"' or '(' or ')' or '\\');
}
