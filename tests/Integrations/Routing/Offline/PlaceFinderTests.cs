using Nots.Domain.Places;
using Nots.Integrations.Routing.Offline;

namespace Nots.Integrations.Tests.Routing.Offline;

public sealed class PlaceFinderTests
{
    private static readonly PlaceFinder Finder = new(new OfflineRoutingOptions());

    [Theory]
    [InlineData("Bournemouth Railway Station", "bournemouth-railway-station")]
    [InlineData("bournemouth station", "bournemouth-railway-station")]
    [InlineData("BOURNEMOUTH TRAIN STATION", "bournemouth-railway-station")]
    [InlineData("  Bournemouth,  rail station. ", "bournemouth-railway-station")]
    [InlineData("St. Leonards", "st-leonards")]
    [InlineData("Portsmouth & Southsea station", "portsmouth-and-southsea-railway-station")]
    [InlineData("London King's Cross station", "london-kings-cross-railway-station")]
    [InlineData("LHR T5", "heathrow-terminal-5")]
    [InlineData("Terminal 5, Heathrow Airport", "heathrow-terminal-5")]
    [InlineData("Hurn Airport", "bournemouth-airport")]
    [InlineData("Poole Quay", "poole-harbour")]
    [InlineData("Swanage, Dorset", "swanage")]
    [InlineData("Swanage Dorset UK", "swanage")]
    [InlineData("Royal Bournemouth", "royal-bournemouth-hospital")]
    [InlineData("Heathrow Terminal 5 arrivals", "heathrow-terminal-5")]
    [InlineData("Poole Hospital, Longfleet Road, Poole, Dorset BH15 2JB", "poole-hospital")]
    [InlineData("Bournemouth Airport, Parley Lane, Christchurch BH23 6SE", "bournemouth-airport")]
    [InlineData("Sandbanks Beach, Poole", "sandbanks-beach")]
    public void A_named_place_is_found(string address, string id) => Assert.Equal(id, Find(address).PlaceId);

    [Theory]
    [InlineData("12 High Street, Swanage", "swanage")]
    [InlineData("12 High Street Swanage", "swanage")]
    [InlineData("Flat 2, 14 Poole Road, Bournemouth, Dorset", "bournemouth")]
    [InlineData("1 Lower Blandford Road, Broadstone, Poole, UK", "broadstone")]
    public void An_address_in_a_known_town_is_there_and_keeps_its_text(string address, string town)
    {
        var place = Find(address);

        Assert.Equal((address, PlaceKind.Address, null), (place.Address, place.Kind, place.PlaceId));
        Assert.Equal(Find(town).Coordinates, place.Coordinates);
    }

    [Fact]
    public void An_address_with_a_postcode_is_in_the_middle_of_its_outward_code()
    {
        var place = Find("3 Some Close, Swanage,\r\n BH191AA");

        Assert.Equal(new Place("3 Some Close, Swanage, BH191AA", new Coordinates(50.611, -1.969), Postcode: "BH19 1AA"), place);
    }

    [Fact]
    public void A_postcode_alone_is_a_postcode_area() => Assert.Equal(PlaceKind.PostcodeArea, Find("BH19 1AA").Kind);

    [Fact]
    public void A_postcode_of_an_unlisted_outward_code_is_in_the_middle_of_its_area() =>
        Assert.Equal(new Coordinates(53.82, -1.57), Find("1 The Headrow, Leeds LS1 8TL").Coordinates);

    [Fact]
    public void A_named_place_of_another_postcode_is_not_taken() => Assert.Null(Find("Poole Hospital, BH1 1AA").PlaceId);

    [Theory]
    [InlineData("Atlantis")]
    [InlineData("BH199 1AA")]
    [InlineData("BHH 1AA")]
    [InlineData("ZZ1 1AA")]
    [InlineData("Gillingham, Kent")]
    [InlineData("12 High Street, Christchurch, Cambridgeshire")]
    [InlineData("Preston")]
    [InlineData("Bournemouth Road")]
    [InlineData("...")]
    public void What_is_not_known_is_not_found(string address) => Assert.Equal("unknown_place", Fault(new Location(address)));

    [Fact]
    public void A_text_that_may_be_several_places_asks_which()
    {
        var found = Finder.Find(new Location("Cruise Terminal"));

        Assert.Equal("unknown_place", found.Constraint);
        Assert.Contains("Mayflower Cruise Terminal", found.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("BT1 5GS")]
    [InlineData("JE2 3XP")]
    [InlineData("1 High Street, Newport PO30 1SS")]
    public void A_postcode_over_the_sea_is_unreachable(string address) => Assert.Equal("unreachable", Fault(new Location(address)));

    [Theory]
    [InlineData(95, 0)]
    [InlineData(double.NaN, -1.8)]
    [InlineData(50.7, double.PositiveInfinity)]
    [InlineData(48.8566, 2.3522)]
    [InlineData(-50.7, 1.8)]
    [InlineData(0, 0)]
    public void A_position_outside_Great_Britain_is_refused(double latitude, double longitude) =>
        Assert.Equal("range", Fault(new Location("Bournemouth", new Coordinates(latitude, longitude))));

    [Fact]
    public void An_endless_address_is_refused() => Assert.Equal("length", Fault(new Location(new string('x', 1_000_000))));

    [Theory]
    [InlineData(50.7800, -1.8425, PlaceKind.Airport, "bournemouth-airport")]
    [InlineData(50.7273, -1.8650, PlaceKind.Station, "bournemouth-railway-station")]
    [InlineData(50.7120, -1.9880, PlaceKind.Port, "poole-harbour")]
    [InlineData(50.9507, -1.3637, PlaceKind.Station, "southampton-airport-parkway-railway-station")]
    [InlineData(50.7350, -1.8700, PlaceKind.Address, null)]
    public void Coordinates_are_of_the_kind_of_what_is_there(double latitude, double longitude, PlaceKind kind, string? id)
    {
        var place = Finder.Find(new Location("Where I am", new Coordinates(latitude, longitude))).Place!;

        Assert.Equal(("Where I am", kind, id), (place.Address, place.Kind, place.PlaceId));
    }

    [Fact]
    public void Coordinates_win_over_the_address_for_the_position()
    {
        var position = new Coordinates(50.7190, -1.8800);

        Assert.Equal(position, Finder.Find(new Location("Poole", position)).Place!.Coordinates);
    }

    [Fact]
    public void An_address_names_the_place_that_is_beside_the_coordinates() =>
        Assert.Equal("stansted-airport", Finder.Find(new Location("Stansted Airport", new Coordinates(51.8850, 0.2350))).Place!.PlaceId);

    [Fact]
    public void An_address_does_not_name_a_place_far_from_the_coordinates() =>
        Assert.Null(Finder.Find(new Location("Heathrow Terminal 5", new Coordinates(50.7350, -1.8700))).Place!.PlaceId);

    [Theory]
    [InlineData(50.7272, -1.8645, "Bournemouth Railway Station")]
    [InlineData(50.6160, -1.9500, "Near Swanage Beach")]
    [InlineData(56.8198, -5.1052, "56.8198, -5.1052")]
    public void Coordinates_without_an_address_are_described(double latitude, double longitude, string address) =>
        Assert.Equal(address, Finder.Find(new Location(Coordinates: new Coordinates(latitude, longitude))).Place!.Address);

    [Fact]
    public void A_place_id_is_found_and_wins_over_the_address() =>
        Assert.Equal("swanage", Finder.Find(new Location("Poole", PlaceId: "swanage")).Place!.PlaceId);

    private static Place Find(string address)
    {
        var found = Finder.Find(new Location(address));
        Assert.True(found.Succeeded, found.Message);
        return found.Place;
    }

    private static string? Fault(Location location) => Finder.Find(location).Constraint;
}
