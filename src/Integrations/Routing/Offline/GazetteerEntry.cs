using Nots.Domain.Places;

namespace Nots.Integrations.Routing.Offline;

/// <summary>A named place of the gazetteer.</summary>
/// <param name="Place">As it is handed out; its postcode is an outward code.</param>
/// <param name="County">County it is in; <c>London</c> for the capital.</param>
/// <param name="Names">Its name and aliases, normalised, the name first.</param>
internal sealed record GazetteerEntry(Place Place, string County, IReadOnlyList<string> Names)
{
    private readonly string[][] _words = [.. Names.Select(name => name.Split(' '))];

    public bool IsTown => Place.Kind == PlaceKind.Town;

    /// <summary>Whether these words are more than half of the words of one of its names, and no others.</summary>
    public bool HasMost(ReadOnlySpan<string> words)
    {
        foreach (var name in _words)
        {
            if (words.Length * 2 > name.Length && words.Length <= name.Length && !words.ContainsAnyExcept(name))
                return true;
        }

        return false;
    }
}
