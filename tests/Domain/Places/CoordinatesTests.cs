using CsCheck;
using Nots.Domain.Places;

namespace Nots.Domain.Tests.Places;

public sealed class CoordinatesTests
{
    /// <summary>Half the circumference of the mean sphere, metres.</summary>
    private const double HalfWayRound = Math.PI * 6_371_008.8;

    private static readonly Gen<Coordinates> Anywhere =
        Gen.Select(Gen.Double[-90, 90], Gen.Double[-180, 180], (latitude, longitude) => new Coordinates(latitude, longitude));

    [Fact]
    public void The_way_back_is_as_long() => Gen.Select(Anywhere, Anywhere).Sample(
        (here, there) => Math.Abs(here.DistanceTo(there) - there.DistanceTo(here)) < 0.001, iter: 10_000);

    [Fact]
    public void A_distance_is_between_nothing_and_half_way_round() => Gen.Select(Anywhere, Anywhere).Sample(
        (here, there) => here.DistanceTo(there) is >= 0 and <= HalfWayRound + 0.001, iter: 10_000);

    [Fact]
    public void It_is_no_distance_to_the_same_place() => Anywhere.Sample(here => here.DistanceTo(here) == 0, iter: 10_000);

    [Fact]
    public void The_antipodes_are_half_way_round() => Anywhere.Sample(
        here => Math.Abs(here.DistanceTo(new Coordinates(-here.Latitude, here.Longitude - 180)) - HalfWayRound) < 1, iter: 10_000);

    [Fact]
    public void Via_a_third_place_is_never_shorter() => Gen.Select(Anywhere, Anywhere, Anywhere).Sample(
        (here, there, via) => here.DistanceTo(there) <= here.DistanceTo(via) + via.DistanceTo(there) + 0.01, iter: 10_000);

    [Fact]
    public void A_degree_of_latitude_is_111_km() =>
        Assert.Equal(HalfWayRound / 180, new Coordinates(50, -2).DistanceTo(new Coordinates(51, -2)), 0.01);

    // London, Trafalgar Square, to Paris, Notre-Dame: 343 to 344 km as the crow flies.
    [Fact]
    public void London_to_Paris_is_344_km() =>
        Assert.InRange(new Coordinates(51.5080, -0.1281).DistanceTo(new Coordinates(48.8530, 2.3499)), 342_500, 345_000);

    [Fact]
    public void The_date_line_is_no_wall() =>
        Assert.Equal(2 * HalfWayRound / 180, new Coordinates(0, 179).DistanceTo(new Coordinates(0, -179)), 0.01);

    [Theory]
    [InlineData(90, 180, true)]
    [InlineData(-90, -180, true)]
    [InlineData(90.0001, 0, false)]
    [InlineData(0, -180.0001, false)]
    [InlineData(double.NaN, 0, false)]
    [InlineData(0, double.NaN, false)]
    [InlineData(double.PositiveInfinity, 0, false)]
    public void A_position_is_on_the_Earth(double latitude, double longitude, bool valid) =>
        Assert.Equal(valid, new Coordinates(latitude, longitude).IsValid);
}
