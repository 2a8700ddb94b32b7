using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace Nots.Storage.Table;

/// <summary>DynamoDB's number: at most 38 significant digits, magnitude zero or from 1E-130 to 9.99…E+125.</summary>
internal static class DynamoNumber
{
    private const int MaxDigits = 38;
    private const long MinExponent = -130;
    private const long MaxExponent = 125;

    /// <summary>The bytes that a number takes.</summary>
    /// <param name="json">A JSON number.</param>
    /// <exception cref="ArgumentException">DynamoDB cannot hold it exactly.</exception>
    public static int Size(ReadOnlySpan<byte> json)
    {
        var negative = json[0] == '-';
        var mark = json.IndexOfAny((byte)'e', (byte)'E');
        var mantissa = mark < 0 ? json : json[..mark];
        if (negative)
            mantissa = mantissa[1..];

        var (digits, leading) = Significant(mantissa);
        if (digits == 0)
            return 1;

        var exponent = leading + Exponent(mark < 0 ? default : json[(mark + 1)..]);
        return digits <= MaxDigits && exponent is >= MinExponent and <= MaxExponent
            ? 1 + ((digits + 1) / 2) + (negative ? 1 : 0)
            : throw new ArgumentException(
                $"A number in an item's data has at most {MaxDigits} digits and a magnitude from 1E{MinExponent} to 1E+{MaxExponent + 1}.", nameof(json));
    }

    /// <summary>
    /// The number as DynamoDB takes it. Its own parser is not promised to take any zero (<c>-0.0e999</c>) or any way of writing an
    /// exponent, so those are written plainly.
    /// </summary>
    /// <param name="json">A JSON number of which <see cref="Size"/> approves.</param>
    public static string Text(ReadOnlySpan<byte> json)
    {
        if (json.IndexOfAnyInRange((byte)'1', (byte)'9') is var first && (first < 0 || json[..first].ContainsAny((byte)'e', (byte)'E')))
            return "0";
        var mark = json.IndexOfAny((byte)'e', (byte)'E');
        return mark < 0
            ? Encoding.ASCII.GetString(json)
            : string.Create(CultureInfo.InvariantCulture, $"{Encoding.ASCII.GetString(json[..mark])}E{Exponent(json[(mark + 1)..])}");
    }

    /// <summary>How many digits lie between the first and the last that is not zero, and the power of ten of the first.</summary>
    private static (int Digits, long Leading) Significant(ReadOnlySpan<byte> mantissa)
    {
        var point = mantissa.IndexOf((byte)'.');
        var first = mantissa.IndexOfAnyInRange((byte)'1', (byte)'9');
        if (first < 0)
            return (0, 0);

        var last = mantissa.LastIndexOfAnyInRange((byte)'1', (byte)'9');
        var whole = point < 0 ? mantissa.Length : point;
        var digits = last - first + (first < point && point < last ? 0 : 1);
        return (digits, first < whole ? whole - first - 1 : whole - first);
    }

    private static long Exponent(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty)
            return 0;
        if (text[0] == '+')
            text = text[1..];

        // An exponent too long to read is out of range whatever it is.
        return Utf8Parser.TryParse(text, out int exponent, out var read) && read == text.Length ? exponent : int.MaxValue;
    }
}
