using Nots.Domain.Places;
using Nots.Integrations.Routing.Offline;

namespace Nots.Integrations.Tests.Routing.Offline;

public sealed class GazetteerTests
{
    private static readonly IReadOnlyList<GazetteerEntry> Entries = Gazetteer.Instance.Entries;

    /// <summary>Two that people call by two names although they are next to each other.</summary>
    private static readonly HashSet<(string, string)> Neighbours =
    [
        ("portsmouth", "portsmouth-and-southsea-railway-station"),
        ("andover", "andover-railway-station"),
        ("lymington-pier-railway-station", "lymington-ferry-terminal"),
        ("gatwick-south-terminal", "gatwick-airport-railway-station"),
        ("woking", "woking-railway-station"),
    ];

    [Fact]
    public void There_are_at_least_200_places() => Assert.True(Entries.Count >= 200, $"{Entries.Count} places");

    [Fact]
    public void Ids_and_normalised_names_are_unique()
    {
        Assert.Equal(Entries.Count, Entries.Select(entry => entry.Place.PlaceId).Distinct().Count());
        Assert.Empty(Entries.SelectMany(entry => entry.Names).GroupBy(name => name).Where(name => name.Count() > 1).Select(name => name.Key));
    }

    [Fact]
    public void An_id_is_made_of_small_letters_digits_and_hyphens() =>
        Assert.All(Entries, entry => Assert.Matches("^[a-z0-9]+(-[a-z0-9]+)*$", entry.Place.PlaceId!));

    [Fact]
    public void Every_place_is_in_southern_England_or_its_neighbourhood() => Assert.All(
        Entries, entry => Assert.True(entry.Place.Coordinates is { Latitude: > 50.3 and < 52.5, Longitude: > -5.1 and < 1.4 }, entry.Place.Address));

    [Fact]
    public void Every_place_of_Dorset_is_in_Dorset() => Assert.All(
        Entries.Where(entry => entry.County == "Dorset"),
        entry => Assert.True(entry.Place.Coordinates is { Latitude: > 50.50 and < 51.09, Longitude: > -2.97 and < -1.68 }, entry.Place.Address));

    [Fact]
    public void Every_place_is_near_the_middle_of_its_outward_code_or_postcode_area()
    {
        foreach (var place in Entries.Select(entry => entry.Place))
        {
            Assert.True(Postcode.TryFind(place.Postcode!, out var code), place.Postcode);
            Assert.True(PostcodeDirectory.Instance.TryGet(code, out var middle), place.Postcode);
            Assert.True(middle.ByRoad, place.Address);
            // SP5 reaches from Salisbury deep into Cranborne Chase; an area as far as Truro's is long.
            var limit = middle.Code.Length > 2 ? 28_000 : 45_000;
            Assert.True(middle.Coordinates.DistanceTo(place.Coordinates) < limit, $"{place.Address} is not in {place.Postcode}");
        }
    }

    [Fact]
    public void Different_places_are_at_least_150_metres_apart()
    {
        var close = from at in Enumerable.Range(0, Entries.Count)
                    from other in Entries.Skip(at + 1)
                    let place = Entries[at].Place
                    where place.Coordinates.DistanceTo(other.Place.Coordinates) < 150
                    select (place.PlaceId!, other.Place.PlaceId!);

        Assert.All(close, pair => Assert.Contains(pair, Neighbours));
    }

    [Fact]
    public void The_places_of_the_wire_examples_are_where_the_examples_say()
    {
        Assert.Equal(new Coordinates(50.7272, -1.8645), Place("bournemouth-railway-station").Coordinates);
        Assert.Equal(new Coordinates(50.7122, -1.9876), Place("poole-harbour").Coordinates);
    }

    [Theory]
    [InlineData("heathrow-terminal-5", PlaceKind.Airport)]
    [InlineData("bournemouth-airport", PlaceKind.Airport)]
    [InlineData("poole-ferry-terminal", PlaceKind.Port)]
    [InlineData("wareham-railway-station", PlaceKind.Station)]
    [InlineData("swanage", PlaceKind.Town)]
    [InlineData("poole-hospital", PlaceKind.Address)]
    public void A_place_has_its_kind(string id, PlaceKind kind) => Assert.Equal(kind, Place(id).Kind);

    /// <summary>Straight lines in kilometres, from maps and from the published distances between towns.</summary>
    [Theory]
    [InlineData("bournemouth", "poole", 7.5)]
    [InlineData("bournemouth", "christchurch", 7.1)]
    [InlineData("bournemouth", "southampton", 40)]
    [InlineData("bournemouth", "salisbury", 39)]
    [InlineData("bournemouth", "dorchester", 39)]
    [InlineData("bournemouth", "weymouth", 42)]
    [InlineData("bournemouth", "london", 151)]
    [InlineData("bournemouth", "bournemouth-airport", 7.2)]
    [InlineData("bournemouth", "swanage", 13.6)]
    [InlineData("poole", "wimborne-minster", 9.5)]
    [InlineData("poole", "wareham", 9.4)]
    [InlineData("poole", "blandford-forum", 20.3)]
    [InlineData("poole-railway-station", "bournemouth-railway-station", 8.4)]
    [InlineData("dorchester", "weymouth", 11.4)]
    [InlineData("dorchester", "bridport", 22.8)]
    [InlineData("bridport", "lyme-regis", 12.6)]
    [InlineData("shaftesbury", "gillingham", 6.8)]
    [InlineData("sherborne", "yeovil", 8)]
    [InlineData("southampton", "portsmouth", 25)]
    [InlineData("southampton", "winchester", 18.6)]
    [InlineData("southampton-central-railway-station", "southampton-airport", 6.2)]
    [InlineData("salisbury", "stonehenge", 12.4)]
    [InlineData("bath", "bristol", 18.5)]
    [InlineData("bristol", "bristol-airport", 11.5)]
    [InlineData("exeter", "exeter-airport", 8.3)]
    [InlineData("exeter", "plymouth", 59)]
    [InlineData("london", "brighton", 76)]
    [InlineData("london", "oxford", 83)]
    [InlineData("london", "heathrow-airport", 23)]
    [InlineData("london", "gatwick-airport", 39.5)]
    [InlineData("heathrow-terminal-5", "heathrow-terminal-3", 2.1)]
    [InlineData("london-waterloo-railway-station", "london-victoria-railway-station", 2.3)]
    [InlineData("london-paddington-railway-station", "london-kings-cross-railway-station", 4.2)]
    [InlineData("london", "port-of-dover", 109)]
    public void Well_known_distances_are_right(string from, string to, double kilometers)
    {
        var meters = Place(from).Coordinates.DistanceTo(Place(to).Coordinates);

        Assert.InRange(meters / 1000, (kilometers * 0.95) - 0.3, (kilometers * 1.05) + 0.3);
    }

    private static Place Place(string id) =>
        Gazetteer.Instance.TryGetById(id, out var entry) ? entry.Place : throw new ArgumentException($"There is no {id}.", nameof(id));
}
