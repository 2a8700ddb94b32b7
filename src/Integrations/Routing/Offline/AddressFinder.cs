using System.Diagnostics.CodeAnalysis;
using Nots.Domain.Places;

namespace Nots.Integrations.Routing.Offline;

/// <summary>
/// Finds a place by an address as people write it: a known name; a postcode; a known name among the parts between commas; most
/// of the words of one known name only; a known name at the end or start of the text.
/// </summary>
internal sealed class AddressFinder
{
    private readonly Gazetteer _gazetteer = Gazetteer.Instance;
    private readonly PostcodeDirectory _postcodes = PostcodeDirectory.Instance;

    public Found Find(string address)
    {
        if (TryName(address, out var named))
            return Found.At(named.Place);
        var parts = AddressParts.Of(address);
        if (Postcode.TryFind(address, out var postcode) && _postcodes.TryGet(postcode, out var area))
            return AtPostcode(address, parts, postcode, area);
        if (Among(parts) is { } part)
            return Found.At(InAddress(part, parts, address));
        return ByMostWords(parts) switch
        {
            [var only] => Found.At(only.Place),
            [] => (AtEnd(parts) ?? AtStart(parts)) is { } entry ? Found.At(InAddress(entry, parts, address)) : Found.Unknown(Tidy(address)),
            var several => Found.Nothing(
                "unknown_place", $"“{Tidy(address)}” may be {string.Join(" or ", several.Take(3).Select(entry => entry.Place.Address))}; say which."),
        };
    }

    /// <summary>Finds a place whose whole name or alias the text is.</summary>
    public bool TryName(string text, [NotNullWhen(true)] out GazetteerEntry? entry)
    {
        entry = null;
        if (text.Length > PlaceText.LongestAddress)
            return false;
        Span<char> buffer = stackalloc char[PlaceText.BufferFor(PlaceText.LongestAddress)];
        return _gazetteer.TryGetByName(buffer[..PlaceText.Normalise(text, buffer)], out entry);
    }

    /// <summary>An address on one line, without control characters.</summary>
    public static string Tidy(string address) => string.Join(' ', address.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries))
        is var line && line.Any(char.IsControl) ? string.Concat(line.Where(character => !char.IsControl(character))) : line;

    /// <summary>A postcode's middle, or the sight, station or airport that the address names if its postcode is of the same code.</summary>
    private Found AtPostcode(string address, AddressParts parts, Postcode postcode, PostcodeEntry area)
    {
        if (!area.ByRoad)
            return Found.Nothing("unreachable", $"No road of Great Britain leads to {postcode.Outward}.");
        var named = parts.Names
            .Select(name => _gazetteer.TryGetByName(name, out var entry) ? entry : null)
            .FirstOrDefault(entry => entry is { IsTown: false } && entry.Place.Postcode == postcode.Outward);
        return Found.At(named is null
            ? new Place(Tidy(address), area.Coordinates, postcode.IsWholeText ? PlaceKind.PostcodeArea : PlaceKind.Address, Postcode: postcode.ToString())
            : named.Place with { Address = Tidy(address), Postcode = postcode.ToString() });
    }

    /// <summary>The first part that is a known name, but a town only when no part is more exact.</summary>
    private GazetteerEntry? Among(AddressParts parts)
    {
        GazetteerEntry? town = null;
        foreach (var name in parts.Names)
        {
            if (!_gazetteer.TryGetByName(name, out var entry) || !parts.MayBeIn(entry.County))
                continue;
            if (!entry.IsTown)
                return entry;
            town ??= entry;
        }

        return town;
    }

    /// <summary>"12 High Street Swanage" ends with a name.</summary>
    private GazetteerEntry? AtEnd(AddressParts parts)
    {
        var words = parts.Names is [.., var last] ? last : "";
        for (var at = words.IndexOf(' ', StringComparison.Ordinal); at >= 0; at = words.IndexOf(' ', at + 1))
        {
            if (_gazetteer.TryGetByName(words.AsSpan(at + 1), out var entry) && parts.MayBeIn(entry.County))
                return entry;
        }

        return null;
    }

    /// <summary>"Heathrow Terminal 5 arrivals" starts with a name; "Bournemouth Road" does not mean the town, nor "Poole Lane".</summary>
    private GazetteerEntry? AtStart(AddressParts parts)
    {
        var words = parts.Names is [var first, ..] ? first : "";
        for (var end = words.LastIndexOf(' '); end > 0; end = words.LastIndexOf(' ', end - 1))
        {
            if (_gazetteer.TryGetByName(words.AsSpan(0, end), out var entry) && !entry.IsTown && words.AsSpan(0, end).Contains(' ') && parts.MayBeIn(entry.County))
                return entry;
        }

        return null;
    }

    /// <summary>"Royal Bournemouth" is most of one name; "Harbour" is some of many.</summary>
    private List<GazetteerEntry> ByMostWords(AddressParts parts) => parts.Names is [var text] && text.Split(' ') is var words
        ? [.. _gazetteer.Entries.Where(entry => parts.MayBeIn(entry.County) && entry.HasMost(words))]
        : [];

    /// <summary>A whole name keeps its own kind; an address in a town is an address there, and which of its postcodes is not known.</summary>
    private static Place InAddress(GazetteerEntry entry, AddressParts parts, string address) =>
        entry.IsTown && !(parts.Names is [var only] && entry.Names.Contains(only))
            ? new Place(Tidy(address), entry.Place.Coordinates)
            : entry.Place with { Address = Tidy(address) };
}
