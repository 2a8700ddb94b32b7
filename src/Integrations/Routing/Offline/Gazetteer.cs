using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Nots.Domain.Places;

namespace Nots.Integrations.Routing.Offline;

/// <summary>The named places that the planner knows: see <c>Data/README.md</c>.</summary>
internal sealed class Gazetteer
{
    private static readonly Lazy<Gazetteer> Loaded = new(() => new Gazetteer([.. EmbeddedTable.Read("Routing.Offline.gazetteer.tsv").Select(Read)]));

    private readonly FrozenDictionary<string, GazetteerEntry> _byId;
    private readonly FrozenDictionary<string, GazetteerEntry>.AlternateLookup<ReadOnlySpan<char>> _byName;

    private Gazetteer(IReadOnlyList<GazetteerEntry> entries)
    {
        Entries = entries;
        Landmarks = [.. entries.Where(entry => entry.Place.Kind is PlaceKind.Airport or PlaceKind.Port or PlaceKind.Station)];
        _byId = entries.ToFrozenDictionary(entry => entry.Place.PlaceId!);
        _byName = entries.SelectMany(entry => entry.Names.Select(name => (name, entry)))
            .ToFrozenDictionary(pair => pair.name, pair => pair.entry)
            .GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public static Gazetteer Instance => Loaded.Value;

    public IReadOnlyList<GazetteerEntry> Entries { get; }

    /// <summary>The airports, ports and stations.</summary>
    public IReadOnlyList<GazetteerEntry> Landmarks { get; }

    public bool TryGetById(string placeId, [NotNullWhen(true)] out GazetteerEntry? entry) => _byId.TryGetValue(placeId, out entry);

    /// <summary>Finds a place by its whole name or an alias, normalised as <see cref="PlaceText"/> does.</summary>
    public bool TryGetByName(ReadOnlySpan<char> normalised, [NotNullWhen(true)] out GazetteerEntry? entry) => _byName.TryGetValue(normalised, out entry);

    private static GazetteerEntry Read(string[] row)
    {
        var position = new Coordinates(double.Parse(row[5], CultureInfo.InvariantCulture), double.Parse(row[6], CultureInfo.InvariantCulture));
        var aliases = row[2].Split('|', StringSplitOptions.RemoveEmptyEntries);
        return new GazetteerEntry(
            new Place(row[1], position, Enum.Parse<PlaceKind>(row[3], ignoreCase: true), row[0], row[7]),
            row[4],
            [.. aliases.Prepend(row[1]).Select(PlaceText.Normalise).Distinct()]);
    }
}
