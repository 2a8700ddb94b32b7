using Nots.Application.Common;
using Nots.Integrations.Time;

namespace Nots.Application.Tests.Common;

public sealed class WireTimeTests
{
    private readonly WireTime _wireTime = new(new NodaLondonTime());

    [Theory]
    [InlineData("2026-12-10T14:30:00Z", "2026-12-10T14:30:00Z")]
    [InlineData("2026-12-10T14:30:00+02:00", "2026-12-10T12:30:00Z")]
    [InlineData("2026-12-10T14:30", "2026-12-10T14:30:00Z")]
    [InlineData("2027-07-01T14:30:00", "2027-07-01T13:30:00Z")]
    [InlineData("2027-10-31T01:30:00+01:00", "2027-10-31T00:30:00Z")]
    [InlineData("2027-10-31T01:30:00Z", "2027-10-31T01:30:00Z")]
    public void A_time_with_an_offset_is_an_instant_and_one_without_is_what_a_London_clock_shows(string text, string instant)
    {
        var faults = new FaultList([]);

        Assert.Equal(DateTimeOffset.Parse(instant, null), _wireTime.Read("pickupTime", text, faults));
        Assert.False(faults.Any);
    }

    [Theory]
    [InlineData("2027-03-28T01:30:00", "lost_hour")]
    [InlineData("2027-10-31T01:30:00", "doubled_hour")]
    [InlineData("2026-13-10T14:30:00Z", "format")]
    [InlineData("10/12/2026 14:30", "format")]
    [InlineData("", "required")]
    [InlineData(null, "required")]
    public void A_time_that_is_none_or_might_be_two_is_refused(string? text, string constraint)
    {
        var faults = new FaultList([]);

        Assert.Null(_wireTime.Read("pickupTime", text, faults));
        var fault = Assert.Single(faults.ToRefusal().Faults!);
        Assert.Equal(("pickupTime", constraint), (fault.Field, fault.Constraint));
    }
}
