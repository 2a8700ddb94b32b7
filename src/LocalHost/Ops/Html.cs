using System.Globalization;
using System.Net;
using System.Runtime.CompilerServices;
using System.Text;

namespace Nots.LocalHost.Ops;

/// <summary>
/// HTML, written as <c>Html page = $"&lt;p&gt;{text}&lt;/p&gt;"</c>. Whatever is put into it is escaped unless it is HTML itself, so that
/// nobody has to remember to; attributes stand in double quotation marks.
/// </summary>
[InterpolatedStringHandler]
internal readonly struct Html(int literalLength, int formattedCount)
{
    private const int UsualLength = 16;

    private readonly StringBuilder _text = new(literalLength + (formattedCount * UsualLength));

    public static Html Empty => new(0, 0);

    public void AppendLiteral(string markup) => _text.Append(markup);

    public void AppendFormatted(string? text) => _text.Append(WebUtility.HtmlEncode(text));

    public void AppendFormatted(int number) => _text.Append(number.ToString(CultureInfo.InvariantCulture));

    // The default has no text at all.
    public void AppendFormatted(Html html) => _text.Append(html._text);

    public void AppendFormatted(IEnumerable<Html> parts)
    {
        foreach (var part in parts)
            AppendFormatted(part);
    }

    public override string ToString() => _text?.ToString() ?? "";
}
