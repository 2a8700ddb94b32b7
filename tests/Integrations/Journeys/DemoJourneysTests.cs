using System.Runtime.CompilerServices;
using System.Text.Json;
using Nots.Application.Places;
using Nots.Domain.Places;
using Nots.Integrations.Routing.Offline;

namespace Nots.Integrations.Tests.Journeys;

/// <summary>The rows of <c>simulators/Journeys/journeys.json</c> can be planned, and show all that the demo must show.</summary>
public sealed class DemoJourneysTests
{
    private static readonly IReadOnlyList<JsonElement> Rows =
        [.. JsonDocument.Parse(File.ReadAllText(Path.Combine(Path.GetDirectoryName(ThisFile())!, "../../../simulators/Journeys/journeys.json"))).RootElement.EnumerateArray()];

    [Fact]
    public void There_are_25_rows_with_ids_of_their_own() => Assert.Equal(25, Rows.Select(row => Text(row, "id")).Distinct().Count());

    [Fact]
    public async Task Every_journey_can_be_planned_offline_and_leads_somewhere()
    {
        var planner = new OfflineRoutePlanner(new OfflineRoutingOptions());
        foreach (var row in Rows)
        {
            var plan = await planner.PlanAsync([.. Stops(row)], DateTimeOffset.UnixEpoch, TestContext.Current.CancellationToken);

            Assert.True(plan.Succeeded, $"{Text(row, "id")}: {plan.Refusal?.Message}");
            Assert.InRange(plan.Value.Meters, 1_500, 250_000);
        }
    }

    [Theory]
    [InlineData("vehicleType", "standard", "executive", "minibus")]
    [InlineData("journeyType", "one_way", "return")]
    [InlineData("paymentMethod", "card", "cash", "account")]
    [InlineData(
        "scenario", "complete", "cancel_early", "cancel_late", "cancel_en_route", "cancel_by_staff", "no_show", "declined", "declined_then_paid",
        "authentication", "payment_timeout")]
    public void Each_kind_is_among_them(string field, params string[] kinds) =>
        Assert.Equal(kinds.Order(), Rows.Select(row => Text(row, field)).Distinct().Order());

    [Fact]
    public void Some_go_by_a_via_with_a_wait() =>
        Assert.Contains(Rows, row => row.TryGetProperty("waypoints", out var vias) && vias.EnumerateArray().All(via => via.GetProperty("waitMinutes").GetInt32() > 0));

    [Fact]
    public void No_party_is_larger_than_its_vehicle() => Assert.All(
        Rows, row => Assert.InRange(row.GetProperty("passengers").GetInt32(), 1, Text(row, "vehicleType") == "minibus" ? 8 : 4));

    private static IEnumerable<RouteStop> Stops(JsonElement row)
    {
        yield return Stop("pickupLocation", row.GetProperty("pickup"));
        if (row.TryGetProperty("waypoints", out var vias))
        {
            foreach (var via in vias.EnumerateArray())
                yield return Stop("waypoints", via);
        }

        yield return Stop("dropoffLocation", row.GetProperty("dropoff"));
    }

    private static RouteStop Stop(string field, JsonElement stop) => new(field, new Location(Text(stop, "address")));

    private static string? Text(JsonElement element, string field) => element.GetProperty(field).GetString();

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
