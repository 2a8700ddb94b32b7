using CsCheck;
using Nots.Application.Places;
using Nots.Domain.Common;
using Nots.Domain.Places;
using Nots.Integrations.Routing.Offline;

namespace Nots.Integrations.Tests.Routing.Offline;

public sealed class OfflineRoutePlannerTests
{
    private static readonly Location Station = new("Bournemouth Railway Station", new Coordinates(50.7272, -1.8645));

    private static readonly OfflineRoutePlanner Planner = new(new OfflineRoutingOptions());

    [Fact]
    public async Task The_example_journey_is_planned_through_its_via()
    {
        var plan = (await PlanAsync(Station, new Location("Sandbanks Beach"), new Location("Poole Harbour", new Coordinates(50.7122, -1.9876)))).Value;

        Assert.Equal(["Bournemouth Railway Station", "Sandbanks Beach", "Poole Harbour"], plan.Stops.Select(stop => stop.Address));
        Assert.Equal([PlaceKind.Station, PlaceKind.Address, PlaceKind.Port], plan.Stops.Select(stop => stop.Kind));
        Assert.True(plan.Estimated);
        Assert.InRange(plan.Meters, 13_000, 16_500);
        Assert.InRange(plan.Seconds, 1_200, 2_400);
        Assert.Equal(EncodedPolyline.Encode(plan.Stops.Select(stop => stop.Coordinates)), plan.Polyline);
    }

    [Fact]
    public async Task A_leg_is_the_great_circle_times_the_road_factor()
    {
        var (from, to) = (new Coordinates(50.7272, -1.8645), new Coordinates(50.7122, -1.9876));

        var plan = (await PlanAsync(new Location(Coordinates: from), new Location(Coordinates: to))).Value;

        Assert.Equal((int)Math.Round(from.DistanceTo(to) * 1.3), plan.Meters);
    }

    [Theory]
    [InlineData("Bournemouth", "Poole", 8, 20)]
    [InlineData("Bournemouth", "Heathrow Terminal 5", 100, 130)]
    [InlineData("Bournemouth Railway Station", "Southampton Airport", 40, 60)]
    [InlineData("Poole", "Weymouth", 40, 60)]
    public async Task Journeys_take_about_as_long_as_they_do(string from, string to, int leastMinutes, int mostMinutes)
    {
        var plan = (await PlanAsync(new Location(from), new Location(to))).Value;

        Assert.InRange(plan.Seconds, leastMinutes * 60, mostMinutes * 60);
    }

    [Fact]
    public async Task A_pick_up_that_is_the_drop_off_is_refused_without_a_via()
    {
        var refusal = (await PlanAsync(Station, Station)).Refusal;

        var fault = Assert.Single(refusal!.Faults!);
        Assert.Equal(("stop1", "distinct"), (fault.Field, fault.Constraint));
        Assert.Equal(ErrorCode.InvalidRequest, refusal.Code);
    }

    [Fact]
    public async Task A_round_trip_over_a_via_is_planned() =>
        Assert.True((await PlanAsync(Station, new Location("Poole"), Station)).Succeeded);

    [Fact]
    public async Task Every_stop_that_is_not_found_is_named()
    {
        var refusal = (await PlanAsync(new Location("Atlantis"), Station, new Location(PlaceId: "nowhere"), new Location())).Refusal!;

        Assert.Equal(
            [("stop0", "unknown_place"), ("stop2", "unknown_place"), ("stop3", "required")],
            refusal.Faults!.Select(fault => (fault.Field, fault.Constraint)));
    }

    [Fact]
    public async Task Fewer_than_two_stops_are_the_callers_fault() =>
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => PlanAsync(Station));

    [Fact]
    public void Different_points_are_never_no_way_apart() => Gen.Select(Position(), Gen.Double[0.00001, 0.01]).Sample((start, north) =>
    {
        var plan = Plan(start, North(start, north));
        return plan.Meters > 0 && plan.Seconds > 0;
    });

    [Fact]
    public void A_longer_straight_line_is_never_fewer_metres_or_seconds() => Gen.Select(Position(), Gen.Double[0.001, 5], Gen.Double[0.001, 5]).Sample((start, a, b) =>
    {
        var (near, far) = (Plan(start, North(start, Math.Min(a, b))), Plan(start, North(start, Math.Max(a, b))));
        return near.Meters <= far.Meters && near.Seconds <= far.Seconds;
    });

    [Fact]
    public void The_way_back_is_as_long() => Gen.Select(Position(), Position()).Where((a, b) => a.DistanceTo(b) > 1).Sample((a, b) =>
        (Plan(a, b).Meters, Plan(a, b).Seconds) == (Plan(b, a).Meters, Plan(b, a).Seconds));

    private static Gen<Coordinates> Position() => Gen.Select(Gen.Double[50.3, 53], Gen.Double[-4, 1]).Select(pair => new Coordinates(pair.Item1, pair.Item2));

    private static Coordinates North(Coordinates start, double degrees) => start with { Latitude = start.Latitude + degrees };

    private static RoutePlan Plan(Coordinates from, Coordinates to) =>
        PlanAsync(new Location(Coordinates: from), new Location(Coordinates: to)).GetAwaiter().GetResult().Value;

    private static Task<Result<RoutePlan>> PlanAsync(params Location[] stops) => Planner.PlanAsync(
        [.. stops.Select((stop, at) => new RouteStop($"stop{at}", stop))], DateTimeOffset.UnixEpoch, TestContext.Current.CancellationToken);
}
