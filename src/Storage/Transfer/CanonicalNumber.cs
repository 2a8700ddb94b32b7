using System.Globalization;

namespace Nots.Storage.Transfer;

/// <summary>One way to write each number: stores may write 1.50 as 1.5, or 1E2 as 100.</summary>
internal static class CanonicalNumber
{
    /// <summary>Sign, digits without zeros at either end, and the power of ten of the last digit; or 0.</summary>
    /// <exception cref="RawItemException">The text is not a number.</exception>
    public static string Of(string text)
    {
        var mark = text.IndexOfAny(['e', 'E']);
        var mantissa = mark < 0 ? text : text[..mark];
        var exponent = 0;
        if (mark >= 0 && !int.TryParse(text.AsSpan(mark + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent))
            throw NotANumber(text);

        var negative = mantissa.StartsWith('-');
        if (negative || mantissa.StartsWith('+'))
            mantissa = mantissa[1..];
        var point = mantissa.IndexOf('.', StringComparison.Ordinal);
        var digits = point < 0 ? mantissa : mantissa.Remove(point, 1);
        if (digits.Length == 0 || digits.AsSpan().ContainsAnyExceptInRange('0', '9'))
            throw NotANumber(text);

        var significant = digits.TrimEnd('0');
        var last = (point < 0 ? 0 : point - mantissa.Length + 1) + exponent + digits.Length - significant.Length;
        significant = significant.TrimStart('0');
        return significant.Length == 0 ? "0" : string.Create(CultureInfo.InvariantCulture, $"{(negative ? "-" : "")}{significant}E{last}");
    }

    private static RawItemException NotANumber(string text) => new($"'{text}' is not a number.");
}
