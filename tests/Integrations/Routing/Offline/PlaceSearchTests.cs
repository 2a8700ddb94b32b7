using System.Diagnostics;
using Nots.Domain.Places;
using Nots.Integrations.Routing.Offline;

namespace Nots.Integrations.Tests.Routing.Offline;

public sealed class PlaceSearchTests
{
    [Theory]
    [InlineData("bou", "Bournemouth")]
    [InlineData("bournemouth st", "Bournemouth Railway Station")]
    [InlineData("Heathrow 5", "Heathrow Terminal 5")]
    [InlineData("sandb", "Sandbanks")]
    [InlineData("cruise may", "Mayflower Cruise Terminal")]
    [InlineData("hurn", "Hurn")]
    [InlineData("BH15 2jb", "BH15 2JB")]
    public void The_best_comes_first(string text, string first) => Assert.Equal(first, PlaceSearch.Find(text)[0].Address);

    [Fact]
    public void At_most_ten_are_suggested() => Assert.InRange(PlaceSearch.Find("sta").Count, 5, 10);

    [Theory]
    [InlineData("xyzzy")]
    [InlineData("")]
    [InlineData(",.;")]
    public void Nothing_is_suggested_for_what_no_name_has(string text) => Assert.Empty(PlaceSearch.Find(text));

    [Fact]
    public void What_is_suggested_is_found_again_by_its_name()
    {
        var finder = new PlaceFinder(new OfflineRoutingOptions());
        foreach (var place in PlaceSearch.Find("wareham"))
            Assert.Equal(place, finder.Find(new Location(place.Address)).Place);
    }

    [Fact]
    public void A_search_takes_less_than_a_millisecond()
    {
        PlaceSearch.Find("warm");
        var started = Stopwatch.GetTimestamp();
        for (var at = 0; at < 200; at++)
            PlaceSearch.Find("bournemouth station");

        Assert.True(Stopwatch.GetElapsedTime(started).TotalMilliseconds / 200 < 1);
    }
}
