using Nots.Domain.Places;
using Nots.Integrations.Routing.Offline;

namespace Nots.Integrations.Tests.Routing.Offline;

public sealed class PostcodeTests
{
    [Theory]
    [InlineData("BH15 2JB", "BH15 2JB")]
    [InlineData("bh152jb", "BH15 2JB")]
    [InlineData("Poole Hospital, Longfleet Road, Poole BH15 2JB", "BH15 2JB")]
    [InlineData("10 Downing Street, London SW1A 2AA, UK", "SW1A 2AA")]
    [InlineData("M1 1AE", "M1 1AE")]
    [InlineData("M60 1NW", "M60 1NW")]
    [InlineData("W1A 1HQ", "W1A 1HQ")]
    [InlineData("CR2 6XH", "CR2 6XH")]
    [InlineData("BH1 1AA or rather BH2 5BH", "BH2 5BH")]
    [InlineData("BH21", "BH21")]
    [InlineData("Colehill, bh21", "BH21")]
    [InlineData("W2", "W2")]
    public void A_postcode_is_read(string text, string expected)
    {
        Assert.True(Postcode.TryFind(text, out var postcode));
        Assert.Equal(expected, postcode.ToString());
    }

    [Theory]
    [InlineData("BH1 1A")]
    [InlineData("BHH 1AA")]
    [InlineData("BH199 1AA")]
    [InlineData("BH15 2JBX")]
    [InlineData("BH15 2CK")]
    [InlineData("1BH 5AA")]
    [InlineData("QH1 1AA")]
    [InlineData("Fleet Services M3")]
    [InlineData("Sandbanks")]
    [InlineData("")]
    public void What_is_formed_wrongly_is_no_postcode(string text) => Assert.False(Postcode.TryFind(text, out _));

    [Fact]
    public void All_124_postcode_areas_are_listed() =>
        Assert.Equal(124, PostcodeDirectory.Instance.Entries.Count(entry => entry.Code.All(char.IsAsciiLetter)));

    [Fact]
    public void Every_outward_code_of_Bournemouth_and_Dorchester_is_listed()
    {
        var expected = Enumerable.Range(1, 25).Append(31).Select(number => $"BH{number}").Concat(Enumerable.Range(1, 11).Select(number => $"DT{number}"));

        Assert.Subset(PostcodeDirectory.Instance.Entries.Select(entry => entry.Code).ToHashSet(), expected.ToHashSet());
    }

    [Fact]
    public void Every_outward_code_is_near_the_middle_of_its_area()
    {
        var areas = PostcodeDirectory.Instance.Entries.ToDictionary(entry => entry.Code);
        foreach (var entry in areas.Values.Where(entry => entry.Name.Length == 0 && entry.ByRoad))
        {
            Assert.True(Postcode.TryFind(entry.Code, out var code), entry.Code);
            Assert.True(areas[code.Area].Coordinates.DistanceTo(entry.Coordinates) < 62_000, entry.Code);
        }
    }

    [Fact]
    public void Every_middle_that_a_road_leads_to_is_in_Great_Britain() =>
        Assert.All(PostcodeDirectory.Instance.Entries.Where(entry => entry.ByRoad), entry => Assert.True(GreatBritain.Contains(entry.Coordinates), entry.Code));

    [Theory]
    [InlineData("BH1", 50.724, -1.860)]
    [InlineData("DT5", 50.547, -2.440)]
    [InlineData("SO14", 50.905, -1.400)]
    [InlineData("BA1", 51.393, -2.360)]
    [InlineData("EH", 55.95, -3.19)]
    [InlineData("M", 53.48, -2.24)]
    public void Well_known_middles_are_right(string code, double latitude, double longitude)
    {
        var entry = PostcodeDirectory.Instance.Entries.Single(entry => entry.Code == code);

        Assert.True(entry.Coordinates.DistanceTo(new Coordinates(latitude, longitude)) < 6_000, $"{entry}");
    }
}
