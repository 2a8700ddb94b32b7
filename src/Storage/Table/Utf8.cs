using System.Text;

namespace Nots.Storage.Table;

/// <summary>
/// Text as the table keeps and orders it. Strict: half a surrogate pair has no UTF-8, and putting a replacement character in its
/// place would make two keys one.
/// </summary>
internal static class Utf8
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <exception cref="ArgumentException">The text is not well-formed.</exception>
    public static int Count(string text) => Strict.GetByteCount(text);

    /// <exception cref="ArgumentException">The text is not well-formed.</exception>
    public static byte[] Encode(string text) => Strict.GetBytes(text);

    public static string Decode(ReadOnlySpan<byte> bytes) => Strict.GetString(bytes);

    public static bool IsValid(ReadOnlySpan<byte> bytes) => System.Text.Unicode.Utf8.IsValid(bytes);

    /// <summary>Orders two texts by their UTF-8 bytes, as DynamoDB does; UTF-16 puts supplementary characters elsewhere.</summary>
    public static int Compare(string left, string right) => Encode(left).AsSpan().SequenceCompareTo(Encode(right));
}
