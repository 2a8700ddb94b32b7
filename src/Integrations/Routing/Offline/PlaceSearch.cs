using Nots.Domain.Places;

namespace Nots.Integrations.Routing.Offline;

/// <summary>Suggests places while somebody types.</summary>
internal static class PlaceSearch
{
    private const int Most = 10;

    private const int NoMatch = int.MaxValue;

    /// <summary>
    /// Best first: the name itself, names that start so, aliases that do, names that have every word's start; the gazetteer lists
    /// what is asked for more often first.
    /// </summary>
    public static IReadOnlyList<Place> Find(string text)
    {
        var query = text.Length <= PlaceText.LongestAddress ? PlaceText.Normalise(text) : "";
        if (query.Length == 0)
            return [];
        var words = query.Split(' ');
        return
        [
            .. AtPostcode(text),
            .. Gazetteer.Instance.Entries
                .Select(entry => (entry.Place, rank: Rank(entry, query, words)))
                .Where(match => match.rank != NoMatch)
                .OrderBy(match => match.rank)
                .Select(match => match.Place)
                .Take(Most - 1),
        ];
    }

    private static IEnumerable<Place> AtPostcode(string text) =>
        Postcode.TryFind(text, out var postcode) && postcode.IsWholeText && PostcodeDirectory.Instance.TryGet(postcode, out var entry) && entry.ByRoad
            ? [new Place(postcode.ToString(), entry.Coordinates, PlaceKind.PostcodeArea, Postcode: postcode.ToString())]
            : [];

    private static int Rank(GazetteerEntry entry, string query, string[] words)
    {
        var rank = NoMatch;
        for (var at = 0; at < entry.Names.Count; at++)
        {
            var name = entry.Names[at];
            rank = Math.Min(rank, name == query ? 0 : name.StartsWith(query, StringComparison.Ordinal) ? Math.Min(at, 1) + 1 : HasStarts(name, words) ? 3 : NoMatch);
        }

        return rank;
    }

    private static bool HasStarts(string name, string[] words)
    {
        foreach (var word in words)
        {
            if (!name.StartsWith(word, StringComparison.Ordinal) && !name.Contains($" {word}", StringComparison.Ordinal))
                return false;
        }

        return true;
    }
}
