namespace Nots.Integrations.Routing.Offline;

/// <summary>Brings names and addresses to one form, so that case, punctuation and "railway" before "station" do not matter.</summary>
internal static class PlaceText
{
    /// <summary>Longer texts are not addresses.</summary>
    public const int LongestAddress = 300;

    /// <summary>Characters that a buffer for <see cref="Normalise(ReadOnlySpan{char}, Span{char})"/> needs for a text of this length.</summary>
    public static int BufferFor(int length) => (length * 5) + 1;

    public static string Normalise(string text)
    {
        var buffer = new char[BufferFor(text.Length)];
        return new string(buffer, 0, Normalise(text, buffer));
    }

    /// <summary>Writes the lower-case words of a text, one space between, and returns how many characters that are.</summary>
    public static int Normalise(ReadOnlySpan<char> text, Span<char> words)
    {
        var length = 0;
        foreach (var character in text)
        {
            if (char.IsLetterOrDigit(character))
                words[length++] = char.ToLowerInvariant(character);
            else if (character == '&')
                length += Append(words, length, "and");
            else if (character is not ('\'' or '’' or '.'))
                length = EndWord(words, length);
        }

        if (length > 0 && words[length - 1] == ' ')
            length--;
        foreach (var kind in (ReadOnlySpan<string>)["railway ", "train ", "rail "])
            length = DropBeforeStation(words, length, kind);
        return length;
    }

    private static int Append(Span<char> words, int length, string word)
    {
        var start = EndWord(words, length);
        word.CopyTo(words[start..]);
        words[start + word.Length] = ' ';
        return start + word.Length + 1 - length;
    }

    private static int EndWord(Span<char> words, int length)
    {
        if (length > 0 && words[length - 1] != ' ')
            words[length++] = ' ';
        return length;
    }

    private static int DropBeforeStation(Span<char> words, int length, string kind)
    {
        var at = words[..length].IndexOf(kind);
        if (at < 0 || (at > 0 && words[at - 1] != ' ') || !words[(at + kind.Length)..length].StartsWith("station"))
            return length;
        words[(at + kind.Length)..length].CopyTo(words[at..]);
        return length - kind.Length;
    }
}
