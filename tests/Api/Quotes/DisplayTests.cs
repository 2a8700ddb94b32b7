using Nots.Api.Quotes;

namespace Nots.Api.Tests.Quotes;

public sealed class DisplayTests
{
    [Theory]
    [InlineData(0, 0, "0 mins")]
    [InlineData(29, 0, "0 mins")]
    [InlineData(30, 1, "1 min")]
    [InlineData(1200, 20, "20 mins")]
    [InlineData(3570, 60, "1 hour")]
    [InlineData(3900, 65, "1 hour 5 mins")]
    [InlineData(7260, 121, "2 hours 1 min")]
    public void A_duration_is_shown_in_hours_and_minutes(int seconds, int minutes, string text) =>
        Assert.Equal(new DurationResponse(seconds, minutes, text), DurationResponse.From(seconds));

    [Theory]
    [InlineData(8500, 5.28, "5.3 miles")]
    [InlineData(1609, 1.0, "1.0 mile")]
    [InlineData(0, 0.0, "0.0 miles")]
    public void A_distance_is_shown_in_miles(int meters, double miles, string text) =>
        Assert.Equal(new DistanceResponse(meters, miles, text), DistanceResponse.From(meters, meters / 1609.344m));
}
