using CsCheck;
using Nots.Integrations.Time;

namespace Nots.Integrations.Tests.Time;

public sealed class NodaLondonTimeTests
{
    private static readonly NodaLondonTime London = new();

    [Theory]
    [InlineData("2026-12-10T14:30:00Z", "2026-12-10T14:30:00")]
    [InlineData("2026-07-10T14:30:00Z", "2026-07-10T15:30:00")]
    [InlineData("2026-07-10T14:30:00+05:00", "2026-07-10T10:30:00")]
    [InlineData("2026-03-29T00:59:59Z", "2026-03-29T00:59:59")]
    [InlineData("2026-03-29T01:00:00Z", "2026-03-29T02:00:00")]
    [InlineData("2026-10-25T00:59:59Z", "2026-10-25T01:59:59")]
    [InlineData("2026-10-25T01:00:00Z", "2026-10-25T01:00:00")]
    public void A_clock_shows_summer_time_in_summer(string instant, string local)
    {
        var shown = London.ToLocal(DateTimeOffset.Parse(instant, null));

        Assert.Equal((DateTime.Parse(local, null), DateTimeKind.Unspecified), (shown, shown.Kind));
    }

    [Theory]
    [InlineData("2026-12-10T14:30:00", "2026-12-10T14:30:00Z")]
    [InlineData("2026-07-10T15:30:00", "2026-07-10T14:30:00Z")]
    [InlineData("2026-03-29T00:59:59", "2026-03-29T00:59:59Z")]
    [InlineData("2026-03-29T02:00:00", "2026-03-29T01:00:00Z")]
    public void An_ordinary_time_comes_once(string local, string instant) =>
        Assert.Equal([DateTimeOffset.Parse(instant, null)], London.ToInstants(DateTime.Parse(local, null)));

    [Theory]
    [InlineData("2026-03-29T01:00:00")]
    [InlineData("2026-03-29T01:59:59.9999999")]
    [InlineData("2027-03-28T01:30:00")]
    public void A_time_in_the_lost_hour_never_comes(string local) => Assert.Empty(London.ToInstants(DateTime.Parse(local, null)));

    [Theory]
    [InlineData("2026-10-25T01:00:00", "2026-10-25T00:00:00Z")]
    [InlineData("2026-10-25T01:59:59.9999999", "2026-10-25T00:59:59.9999999Z")]
    public void A_time_in_the_doubled_hour_comes_twice_the_earlier_first(string local, string earlier)
    {
        var first = DateTimeOffset.Parse(earlier, null);

        Assert.Equal([first, first.AddHours(1)], London.ToInstants(DateTime.Parse(local, null)));
    }

    [Fact]
    public void A_time_of_a_kind_is_refused() => Assert.Throws<ArgumentException>(() => London.ToInstants(DateTime.UnixEpoch));

    [Fact]
    public void Every_instant_is_among_those_at_which_its_local_time_is_shown() =>
        Gen.Long[new DateTime(2000, 1, 1).Ticks, new DateTime(2060, 1, 1).Ticks].Sample(ticks =>
        {
            var instant = new DateTimeOffset(ticks, TimeSpan.Zero);
            return London.ToInstants(London.ToLocal(instant)).Contains(instant);
        });
}
