using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Nots.Integrations.Routing.Offline;

/// <summary>A British postcode as written in an address, whole or its outward code alone.</summary>
/// <param name="Outward">Such as <c>BH15</c>.</param>
/// <param name="Inward">Such as <c>2JB</c>; null for an outward code alone.</param>
/// <param name="IsWholeText">Whether the address is nothing else.</param>
internal sealed partial record Postcode(string Outward, string? Inward, bool IsWholeText)
{
    /// <summary>The letters of the outward code.</summary>
    public string Area => Outward[..(char.IsAsciiLetter(Outward[1]) ? 2 : 1)];

    public override string ToString() => Inward is null ? Outward : $"{Outward} {Inward}";

    /// <summary>The last whole postcode in a text, or else an outward code at its end. What is formed wrongly is none.</summary>
    public static bool TryFind(string text, [NotNullWhen(true)] out Postcode? postcode) =>
        TryFindWhole(text, out postcode) || TryFindOutward(text, out postcode);

    private static bool TryFindWhole(string text, [NotNullWhen(true)] out Postcode? postcode)
    {
        postcode = null;
        foreach (var match in Whole().EnumerateMatches(text))
        {
            var found = text.Substring(match.Index, match.Length).ToUpperInvariant();
            postcode = new Postcode(found[..^3].TrimEnd(), found[^3..], match.Length == text.AsSpan().Trim().Length);
        }

        return postcode is not null;
    }

    /// <summary>One letter and a number ends many texts that are no postcode ("Fleet Services M3"), so that must be all there is.</summary>
    private static bool TryFindOutward(string text, [NotNullWhen(true)] out Postcode? postcode)
    {
        var match = OutwardAtEnd().Match(text);
        var isWholeText = match.Success && match.Index == 0;
        postcode = match.Success ? new Postcode(match.Value.ToUpperInvariant(), null, isWholeText) : null;
        if (postcode is { IsWholeText: false, Area.Length: 1 })
            postcode = null;
        return postcode is not null;
    }

    // The forms of an outward code are A9, A99, AA9, AA99, A9A and AA9A; the letters of an inward code are never C, I, K, M, O or V.
    [GeneratedRegex(@"(?<![A-Z0-9])[A-PR-UWYZ][A-HK-Y]?[0-9][0-9A-Z]?\s{0,2}[0-9][ABD-HJLNP-UW-Z]{2}(?![A-Z0-9])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Whole();

    [GeneratedRegex(@"(?<![A-Z0-9])[A-PR-UWYZ][A-HK-Y]?[0-9][0-9A-Z]?(?=\s*$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OutwardAtEnd();
}
