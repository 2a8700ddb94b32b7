
namespace Nots.Journeys.Tests;

public sealed class JourneyFileTests
{
    private const string Row = """
        {"id":"01","title":"To the harbour","pickup":{"address":"Bournemouth Railway Station"},"dropoff":{"address":"Poole Harbour"},
         "waypoints":[{"address":"Sandbanks Beach","waitMinutes":30}],"pickupIn":"03:00:00","passengers":2,"luggage":1,
         "vehicleType":"standard","journeyType":"one_way","paymentMethod":"card","card":"pm_card_visa","scenario":"cancel_late",
         "expected":{"status":"cancelled","paymentStatus":"partially_refunded","refundedPercent":50}}
        """;

    [Fact]
    public void A_row_is_read_with_all_that_it_says()
    {
        var row = Assert.Single(JourneyFile.Parse($"[{Row}]", "file"));

        Assert.Equal(("01", Scenario.CancelLate, TimeSpan.FromHours(3), 50), (row.Id, row.Scenario, row.PickupIn, row.Expected.RefundedPercent));
        Assert.Equal([new JourneyStop("Sandbanks Beach", 30)], row.Waypoints);
    }

    [Fact]
    public void The_repository_has_25_journeys_that_play_every_scenario()
    {
        var rows = JourneyFile.Load(null);

        Assert.Equal(25, rows.Count);
        Assert.Equal(Enum.GetValues<Scenario>(), rows.Select(row => row.Scenario).Distinct().Order());
    }

    [Theory]
    [InlineData("\"scenario\":\"cancel_late\"", "\"scenario\":\"explode\"", "scenario")]
    [InlineData("\"passengers\":2,", "", "passengers")]
    [InlineData("\"luggage\":1", "\"luggage\":1,\"lugage\":1", "lugage")]
    [InlineData("\"card\":\"pm_card_visa\",", "", "card goes with paymentMethod card")]
    [InlineData("\"journeyType\":\"one_way\"", "\"journeyType\":\"return\"", "returnAfter goes with journeyType return")]
    [InlineData("\"journeyType\":\"one_way\"", "\"journeyType\":\"hourly\"", "hours goes with journeyType hourly")]
    [InlineData("\"refundedPercent\":50", "\"refundedPercent\":150", "refundedPercent is from 0 to 100")]
    [InlineData("\"03:00:00\"", "\"-03:00:00\"", "pickupIn is in the past")]
    public void A_slip_in_the_file_is_named(string right, string wrong, string expected)
    {
        var fault = Assert.Throws<JourneyFileException>(() => JourneyFile.Parse($"[{Row.Replace(right, wrong, StringComparison.Ordinal)}]", "file"));

        Assert.Contains(expected, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_id_that_is_used_twice_is_named() =>
        Assert.Contains("the id is used more than once", Assert.Throws<JourneyFileException>(() => JourneyFile.Parse($"[{Row},{Row}]", "file")).Message);

    [Fact]
    public void A_scenario_that_is_about_a_card_needs_one()
    {
        var cash = Row.Replace("\"paymentMethod\":\"card\",\"card\":\"pm_card_visa\"", "\"paymentMethod\":\"cash\"", StringComparison.Ordinal)
            .Replace("cancel_late", "declined", StringComparison.Ordinal);

        Assert.Contains("needs paymentMethod card", Assert.Throws<JourneyFileException>(() => JourneyFile.Parse($"[{cash}]", "file")).Message);
    }
}
