using System.Text;

namespace Nots.Application.Messages;

/// <summary>Makes a text fit one SMS: 160 characters of the GSM 7-bit alphabet (3GPP TS 23.038).</summary>
public static class SmsText
{
    public const int MaxLength = 160;

    private const string Basic =
        "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    /// <summary>Each takes two places.</summary>
    private const string Extended = "^{}\\[~]|€";

    /// <summary>The text with foreign characters replaced by their nearest, cut at a word where it is too long.</summary>
    public static string Fit(string text)
    {
        var plain = ToGsm(text);
        if (Length(plain) <= MaxLength)
            return plain;
        var cut = plain.Length;
        while (Length(plain[..cut]) > MaxLength - 3)
            cut--;
        var space = plain.LastIndexOf(' ', cut - 1);
        return (space > cut - 20 ? plain[..space] : plain[..cut]) + "...";
    }

    /// <summary>How many places the text takes; a character outside the alphabet is not allowed here.</summary>
    public static int Length(string text) => text.Sum(c => Extended.Contains(c) ? 2 : 1);

    public static bool IsGsm(char c) => Basic.Contains(c) || Extended.Contains(c);

    private static string ToGsm(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.IsBmp && IsGsm((char)rune.Value))
                plain.Append((char)rune.Value);
            else
                plain.Append(Nearest(rune));
        }
        return plain.ToString();
    }

    /// <summary>The letter without its accents where that is in the alphabet; a question mark otherwise.</summary>
    private static string Nearest(Rune rune)
    {
        switch (rune.Value)
        {
            case '’' or '‘' or '`':
                return "'";
            case '“' or '”':
                return "\"";
            case '–' or '—':
                return "-";
            case '…':
                return "...";
            case 0xA0 or '\t':
                return " ";
        }
        var bare = new string([.. rune.ToString().Normalize(NormalizationForm.FormKD).Where(IsGsm)]);
        return bare.Length > 0 ? bare : "?";
    }
}
