using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Nots.Integrations.Mailbox;

namespace Nots.LocalHost.Development;

/// <summary>The messages that were sent, newest first.</summary>
internal static partial class MailboxPage
{
    public static (string Title, string Body) Render(IReadOnlyList<MailboxMessage> messages, string? to)
    {
        var body = new StringBuilder();
        body.Append(CultureInfo.InvariantCulture, $"<h1>Mailbox</h1><form><label>To <input name=\"to\" value=\"{Escape(to ?? "")}\"></label> <button>Show</button> <a href=\"/dev/mailbox.html\">all</a></form>");
        if (messages.Count == 0)
            body.Append("<p>No messages.</p>");
        foreach (var message in messages)
            Append(body, message);
        return ("Mailbox", body.ToString());
    }

    private static void Append(StringBuilder body, MailboxMessage message)
    {
        var culture = CultureInfo.InvariantCulture;
        body.Append(culture, $"<article><p class=\"small\">{Escape(message.Channel)} to {Escape(message.To)}, {message.SentAt.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", culture)} UTC</p>");
        if (!string.IsNullOrEmpty(message.Subject))
            body.Append(culture, $"<h2>{Escape(message.Subject)}</h2>");
        body.Append(culture, $"<p class=\"text\">{WithLinks(Escape(message.Text))}</p><p class=\"small\">{Escape(message.Template)} {Escape(message.BookingId ?? "")}</p></article>");
    }

    /// <param name="escaped">Has no angle brackets and no quotation marks any more, so that an address cannot leave its attribute.</param>
    private static string WithLinks(string escaped) => Link().Replace(escaped, "<a href=\"$0\" rel=\"noreferrer\">$0</a>");

    private static string Escape(string text) => WebUtility.HtmlEncode(text);

    [GeneratedRegex(@"https?://(?:[\w\-./?=%:~+#]|&amp;)+(?<![.?:])")]
    private static partial Regex Link();
}
